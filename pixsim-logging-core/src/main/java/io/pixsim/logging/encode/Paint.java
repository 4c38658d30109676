package io.pixsim.logging.encode;

import io.pixsim.logging.catalog.Severity;

/**
 * Colours for a terminal, or none. The reader takes colours away before it reads, so a line says the same with and
 * without.
 *
 * @param on whether there are any
 */
record Paint(boolean on) {

    static final String TIME = "90";
    static final String SERVICE = "36";
    static final String EVENT = "1";
    static final String KEY = "2";

    static String level(Severity severity) {
        return switch (severity) {
            case DEBUG -> "36";
            case INFO -> "32";
            case WARNING -> "33";
            case ERROR -> "31";
            case CRITICAL -> "35";
        };
    }

    void append(StringBuilder line, String code, String text) {
        if (on) {
            line.append("\u001B[").append(code).append('m').append(text).append("\u001B[0m");
        } else {
            line.append(text);
        }
    }
}
