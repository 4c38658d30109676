package io.pixsim.logging.faults;

import java.net.URI;
import java.time.Duration;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import org.slf4j.Logger;

/** Logs, delivers and ends, within the life of the JVM. */
public final class LeavingProgram {

    private LeavingProgram() {}

    public static void run(String url) {
        Logger log = Logging.configure(LoggingOptions.forService("leaving")
                .ingestionUrl(URI.create(url))
                .build());
        Numbered.log(log, 0, 100);
        Logging.shutdown(Duration.ofSeconds(30));
    }
}
