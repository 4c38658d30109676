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
     * A sink for the tests that capture, now or later.
     *
     * @param settings what was configured
     * @return one sink, not started; it does nothing while no test captures
     */
    @Override
    public List<Appender<ILoggingEvent>> sinks(SinkSettings settings) {
        Listening listening = Listening.on(settings.context());
        if (listening != null) {
            listening.frontDoorAsked();
        }
        return List.of(new CaptureAppender(settings));
    }
}
