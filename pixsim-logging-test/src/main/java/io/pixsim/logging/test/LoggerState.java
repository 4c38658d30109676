package io.pixsim.logging.test;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.LifeCycle;
import org.jspecify.annotations.Nullable;

/**
 * How one logger is set up.
 *
 * @param level its own level; null when it inherits
 * @param additive whether its events go to its parent's appenders too
 * @param appenders its own appenders, in order
 */
record LoggerState(@Nullable Level level, boolean additive, List<Appender<ILoggingEvent>> appenders) {

    /** A logger that nobody has set up. */
    static final LoggerState FRESH = new LoggerState(null, true, List.of());

    static LoggerState of(Logger logger) {
        return new LoggerState(logger.getLevel(), logger.isAdditive(), List.copyOf(LogbackState.appenders(logger)));
    }

    void restore(Logger logger) {
        if (logger.getLevel() != level) {
            logger.setLevel(level);
        }
        logger.setAdditive(additive);
        restoreAppenders(logger);
    }

    private void restoreAppenders(Logger logger) {
        List<Appender<ILoggingEvent>> now = LogbackState.appenders(logger);
        if (now.equals(appenders)) {
            return;
        }
        now.forEach(logger::detachAppender);
        appenders.forEach(logger::addAppender);
        List<Appender<ILoggingEvent>> added = new ArrayList<>(now);
        added.removeAll(appenders);
        added.forEach(LifeCycle::stop);
    }
}
