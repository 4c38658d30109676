package io.pixsim.logging.sink;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fan on the root logger of a context of its own, and a logger to log with. */
abstract class FanOnRoot {

    final LoggerContext context = new LoggerContext();
    final FanOutAppender fan = new FanOutAppender();
    final Logger log = context.getLogger("test");

    @BeforeEach
    void hangUpTheFan() {
        fan.setContext(context);
        fan.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(fan);
    }

    @AfterEach
    void stop() {
        context.stop();
    }
}
