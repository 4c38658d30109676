package io.pixsim.logging.redact;

/** Elements of XML that hold others. */
final class Elements {

    private static final int MAX_LOOK = 4096;
    private static final int MAX_BLANKS = 64;

    private Elements() {}

    /** Where the value begins beside a key that is all of an element: {@code <key>token</key><string>}; else -1. */
    static int sibling(CharSequence text, int from, int to) {
        if (Chars.at(text, from - 1) != '>' || Chars.at(text, to) != '<' || Chars.at(text, to + 1) != '/') {
            return -1;
        }
        int close = word(text, to + 2);
        int open = Chars.skipBlanks(text, close + 1, MAX_BLANKS);
        int end = word(text, open + 1);
        boolean pair = Pairs.isNameWord(text, to + 2, close)
                && Chars.at(text, close) == '>'
                && Chars.at(text, open) == '<'
                && Pairs.isValueName(text, open + 1, end)
                && Chars.at(text, end) == '>';
        return pair ? end + 1 : -1;
    }

    private static int word(CharSequence text, int from) {
        int i = from;
        while (i - from < MAX_BLANKS && Chars.isLetter(Chars.at(text, i))) {
            i++;
        }
        return i;
    }

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
