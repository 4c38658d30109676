package io.pixsim.logging.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.pixsim.logging.catalog.Severity;

/** Logback's levels, in other words. */
final class Levels {

    private Levels() {}

    static org.slf4j.event.Level toSlf4j(Level level) {
        return switch (level.toInt()) {
            case Level.TRACE_INT -> org.slf4j.event.Level.TRACE;
            case Level.DEBUG_INT -> org.slf4j.event.Level.DEBUG;
            case Level.INFO_INT -> org.slf4j.event.Level.INFO;
            case Level.WARN_INT -> org.slf4j.event.Level.WARN;
            default -> org.slf4j.event.Level.ERROR;
        };
    }

    static Level of(Severity severity) {
        return switch (severity) {
            case DEBUG -> Level.DEBUG;
            case INFO -> Level.INFO;
            case WARNING -> Level.WARN;
            case ERROR, CRITICAL -> Level.ERROR;
        };
    }

    /**
     * The logger whose level holds for this one, the closest that has one of its own, if that can stand for CRITICAL, which
     * Logback has no level for. Any other level somebody has set since, past the front door.
     */
    static String ownerOfCritical(Logger logger) {
        Logger closest = logger;
        while (closest.getLevel() == null) {
            closest = parent(closest);
        }
        return closest.getLevel().equals(of(Severity.CRITICAL)) ? closest.getName() : "";
    }

    private static Logger parent(Logger logger) {
        int dot = Math.max(logger.getName().lastIndexOf('.'), logger.getName().lastIndexOf('$'));
        String name =
                dot < 0 ? org.slf4j.Logger.ROOT_LOGGER_NAME : logger.getName().substring(0, dot);
        return logger.getLoggerContext().getLogger(name);
    }

    /** Whether the level of a logger shows a call. */
    static boolean isLoggable(Logger logger, Level level) {
        return level.isGreaterOrEqual(logger.getEffectiveLevel());
    }
}
