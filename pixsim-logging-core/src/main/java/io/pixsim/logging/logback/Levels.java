package io.pixsim.logging.logback;

import ch.qos.logback.classic.Level;

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
}
