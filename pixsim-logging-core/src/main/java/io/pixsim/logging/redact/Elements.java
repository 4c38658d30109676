package io.pixsim.logging.redact;

/** Elements of XML that hold others. */
final class Elements {

    private static final int MAX_LOOK = 4096;
    private static final int MAX_BLANKS = 64;

    private Elements() {}

    /** All that an element holds, if others; {@link Range#NONE} when it is not closed. */
    static long inside(CharSequence text, int nameFrom, int nameTo, int at) {
        int first = Chars.skipBlanks(text, at, MAX_BLANKS);
        if (Chars.at(text, first) != '<' || !Chars.isLetter(Chars.at(text, first + 1))) {
            return Range.NONE;
        }
        int limit = Math.min(text.length(), at + MAX_LOOK);
        for (int i = first; i < limit; i++) {
            if (text.charAt(i) == '<' && Chars.at(text, i + 1) == '/' && closes(text, nameFrom, nameTo, i + 2)) {
                return Range.of(first, i);
            }
        }
        return Range.NONE;
    }

    private static boolean closes(CharSequence text, int from, int to, int at) {
        int name = at;
        for (int i = at; i < at + MAX_BLANKS && Chars.isInRun(Chars.at(text, i)); i++) {
            if (Chars.at(text, i + 1) == ':') {
                name = i + 2;
            }
        }
        for (int i = from; i < to; i++) {
            if (Chars.at(text, name + i - from) != text.charAt(i)) {
                return false;
            }
        }
        return Chars.at(text, name + to - from) == '>';
    }
}
