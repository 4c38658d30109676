package io.pixsim.logging;

import java.util.HashSet;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.gate.Gate;

/** Levels of loggers, {@link Severity#CRITICAL} among them: Logback has no such level, so the gate does the rest. */
final class LoggerLevels {

    private final LoggerContext context;
    private final Gate gate;
    private final Set<String> criticalOnly = new HashSet<>();

    LoggerLevels(LoggerContext context, Gate gate) {
        this.context = context;
        this.gate = gate;
    }

    synchronized void set(String logger, Severity threshold) {
        String name = context.getLogger(logger).getName();
        if (threshold == Severity.CRITICAL) {
            criticalOnly.add(name);
        } else {
            criticalOnly.remove(name);
        }
        gate.criticalOnly(criticalOnly);
        context.getLogger(name).setLevel(level(threshold));
    }

    private static Level level(Severity threshold) {
        return switch (threshold) {
            case DEBUG -> Level.DEBUG;
            case INFO -> Level.INFO;
            case WARNING -> Level.WARN;
            case ERROR, CRITICAL -> Level.ERROR;
        };
    }
}
