package io.pixsim.logging.collector.store.sqlite;

import io.pixsim.logging.catalog.Severity;

/** Severities as numbers on the disk; room is left between them. */
final class Severities {

    private static final int STEP = 10;

    private Severities() {}

    static int code(Severity severity) {
        return switch (severity) {
            case DEBUG -> STEP;
            case INFO -> 2 * STEP;
            case WARNING -> 3 * STEP;
            case ERROR -> 4 * STEP;
            case CRITICAL -> 5 * STEP;
        };
    }

    static Severity ofCode(int code) {
        for (Severity severity : Severity.values()) {
            if (code(severity) == code) {
                return severity;
            }
        }
        return Severity.INFO;
    }
}
