package io.pixsim.logging.collector.store;

import io.pixsim.logging.catalog.Severity;

/** Severities as numbers in a store; room is left between them. */
public final class Severities {

    private static final int STEP = 10;

    private Severities() {}

    /** The number of a severity: the worse, the higher. */
    public static int code(Severity severity) {
        return switch (severity) {
            case DEBUG -> STEP;
            case INFO -> 2 * STEP;
            case WARNING -> 3 * STEP;
            case ERROR -> 4 * STEP;
            case CRITICAL -> 5 * STEP;
        };
    }

    /** The severity of a number; {@link Severity#INFO} for one that nobody knows. */
    public static Severity ofCode(int code) {
        for (Severity severity : Severity.values()) {
            if (code(severity) == code) {
                return severity;
            }
        }
        return Severity.INFO;
    }
}
