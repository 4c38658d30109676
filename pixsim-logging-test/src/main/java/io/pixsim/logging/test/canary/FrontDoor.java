package io.pixsim.logging.test.canary;

import java.time.Duration;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.pixsim.logging.Logging;
import io.pixsim.logging.sink.FanOutAppender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether logging is configured.
 *
 * @param open whether it is
 */
record FrontDoor(boolean open) {

    private static final Duration DEADLINE = Duration.ofSeconds(2);

    static FrontDoor asItIs() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext logback)) {
            return new FrontDoor(false);
        }
        boolean open = false;
        for (var all = logback.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders(); all.hasNext(); ) {
            Appender<ILoggingEvent> appender = all.next();
            open |= appender instanceof FanOutAppender;
        }
        return new FrontDoor(open);
    }

    void restore() {
        if (!open && asItIs().open()) {
            Logging.shutdown(DEADLINE);
        }
    }
}
