package io.pixsim.logging.test;

import java.util.List;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.pixsim.logging.sink.SinkProvider;
import io.pixsim.logging.sink.SinkSettings;

/**
 * Keeps capturing when a test calls {@code Logging.configure}, which takes every other appender off the root logger.
 * Found by the front door; no test has to name it.
 */
public final class CaptureSinkProvider implements SinkProvider {

    /** Called by {@link java.util.ServiceLoader}. */
    public CaptureSinkProvider() {}

    /**
     * A sink for each test that captures now.
     *
     * @param settings what was configured
     * @return the sinks, not started; none outside of a test with {@link CaptureLogs}
     */
    @Override
    public List<Appender<ILoggingEvent>> sinks(SinkSettings settings) {
        return Capture.sinks(settings);
    }
}
