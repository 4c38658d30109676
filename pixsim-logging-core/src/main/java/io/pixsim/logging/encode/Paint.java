package io.pixsim.logging.encode;

import io.pixsim.logging.catalog.Severity;

/**
 * Colours for a terminal, or none. The reader takes colours away before it reads, so a line says the same with and
 * without.
 *
 * @param on whether there are any
 */
public record Paint(boolean on) {

    /** A time. */
    public static final String TIME = "90";
    /** A service. */
    public static final String SERVICE = "36";
    /** What happened. */
    public static final String EVENT = "1";
    /** A key, or what matters less. */
    public static final String KEY = "2";

    /**
     * The colour of a level.
     *
     * @param severity the level
     * @return the code
     */
    public static String level(Severity severity) {
        return switch (severity) {
            case DEBUG -> "36";
            case INFO -> "32";
            case WARNING -> "33";
            case ERROR -> "31";
            case CRITICAL -> "35";
        };
    }

    /**
     * Appends text in a colour, or as it is where there are none.
     *
     * @param line what to append to
     * @param code the colour
     * @param text the text, escaped by the caller
     */
    public void append(StringBuilder line, String code, String text) {
        if (on) {
            line.append("\u001B[").append(code).append('m').append(text).append("\u001B[0m");
        } else {
            line.append(text);
        }
    }
}
