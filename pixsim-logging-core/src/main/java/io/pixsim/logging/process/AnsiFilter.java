package io.pixsim.logging.process;

/**
 * Leaves out what steers a terminal: colours, cursor movements, titles, and control characters other than those that
 * separate. The end of a line ends every sequence, so that one that is never finished hides no more than its line.
 */
final class AnsiFilter {

    private static final char ESCAPE = '\u001b';
    private static final char BELL = '\u0007';
    private static final char CSI = '\u009b';
    private static final char STRING_END = '\u009c';

    private enum State {
        TEXT,
        ESCAPED,
        SEQUENCE,
        STRING,
        STRING_ESCAPED
    }

    private State state = State.TEXT;

    /** Whether a character is text; to be asked of all of them, in order. */
    boolean isText(char c) {
        if (c == '\n' || c == '\r') {
            state = State.TEXT;
            return true;
        }
        switch (state) {
            case TEXT -> {
                state = c == ESCAPE ? State.ESCAPED : c == CSI ? State.SEQUENCE : State.TEXT;
                return c == '\t' || c == '\b' || !Character.isISOControl(c);
            }
            case ESCAPED -> state = escaped(c);
            case SEQUENCE -> state = c >= '@' && c <= '~' ? State.TEXT : State.SEQUENCE;
            case STRING -> state = c == ESCAPE ? State.STRING_ESCAPED : ends(c) ? State.TEXT : State.STRING;
            case STRING_ESCAPED -> state = c == '\\' ? State.TEXT : escaped(c);
        }
        return false;
    }

    private static State escaped(char c) {
        return switch (c) {
            case '[' -> State.SEQUENCE;
            case ']', 'P', 'X', '^', '_' -> State.STRING;
            case ESCAPE -> State.ESCAPED;
            default -> c >= ' ' && c <= '/' ? State.ESCAPED : State.TEXT;
        };
    }

    private static boolean ends(char c) {
        return c == BELL || c == STRING_END;
    }
}
