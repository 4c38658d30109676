package io.pixsim.logging.test.conformance;

import java.io.IOException;
import java.io.OutputStream;

/**
 * What is tried: anything that turns a call of a logger into bytes. For a Logback encoder there is {@link
 * LogbackTarget}; for another library of loggers, a few lines of your own that make its call from a {@link HostileCall}.
 */
@FunctionalInterface
public interface Target {

    /**
     * Makes the call.
     *
     * @param call what is logged
     * @param out where the bytes go; what is written after this method came back counts no more
     * @throws IOException when it can't write
     */
    void log(HostileCall call, OutputStream out) throws IOException;
}
