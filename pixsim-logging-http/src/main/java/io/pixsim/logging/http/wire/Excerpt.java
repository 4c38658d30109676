package io.pixsim.logging.http.wire;

/** The start of a text of somebody else's, in one line. */
final class Excerpt {

    static final int MOST_CHARACTERS = 300;

    private Excerpt() {}

    static String of(String text) {
        String head = text.strip();
        StringBuilder out = new StringBuilder(Math.min(head.length(), MOST_CHARACTERS));
        for (int i = 0; i < head.length() && out.length() < MOST_CHARACTERS; i++) {
            append(head.charAt(i), out);
        }
        return out.toString();
    }

    private static void append(char c, StringBuilder out) {
        if (c == '\n' || c == '\r' || c == '\t') {
            out.append(' ');
        } else if (Character.isISOControl(c) || Character.isSurrogate(c) || isInvisible(c)) {
            out.append(String.format("\\u%04x", (int) c));
        } else {
            out.append(c);
        }
    }

    /** What turns the direction of a line or ends it. */
    private static boolean isInvisible(char c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
