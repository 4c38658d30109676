package io.pixsim.logging.redact;

/** What follows a key: the sign that parts it from its value, and where that begins. */
final class Follow {

    static final int NOTHING = 0;
    static final int EQUALS = 1;
    static final int COLON = 2;
    static final int ESCAPED = 3;
    static final int TAG = 4;
    static final int COMMA = 5;

    private static final int MAX_CLOSERS = 12;
    private static final int MAX_BLANKS = 32;

    private Follow() {}

    /**
     * The sign behind a key, and what it is followed by.
     *
     * @return the kind in the upper half, the place behind the sign in the lower
     */
    static long find(CharSequence text, int keyFrom, int keyTo) {
        int i = closers(text, keyTo);
        char c = Chars.narrow(Chars.at(text, i));
        if (c == '=') {
            return Range.of(EQUALS, Chars.startsWith(text, i + 1, "&gt;") ? i + 5 : skip(text, i + 1, "=>~"));
        }
        if (c == ':') {
            char next = Chars.at(text, i + 1);
            boolean none = next == ':' || (next == '/' && Chars.at(text, i + 2) == '/');
            return none ? NOTHING : Range.of(COLON, next == '=' ? i + 2 : i + 1);
        }
        if (c == '-' && Chars.at(text, i + 1) == '>') {
            return Range.of(EQUALS, i + 2);
        }
        if (c == '%') {
            int encoded = Chars.startsWith(text, i, "%25") ? i + 3 : i + 1;
            return Chars.startsWith(text, encoded, "3d") || Chars.startsWith(text, encoded, "3a")
                    ? Range.of(ESCAPED, encoded + 2)
                    : NOTHING;
        }
        if (c == ',') {
            return Range.of(COMMA, i + 1);
        }
        return tag(text, keyFrom, keyTo);
    }

    static int kind(long found) {
        return Range.from(found);
    }

    static int behind(long found) {
        return Range.to(found);
    }

    /** Where quotes, brackets and blanks end that close a key. */
    static int closers(CharSequence text, int from) {
        int i = from;
        for (int closers = 0; closers < MAX_CLOSERS; closers++) {
            int quote = Quotes.length(text, i);
            char c = Chars.at(text, i);
            if (quote > 0) {
                i += quote;
            } else if (c == ']' || c == ')') {
                i++;
            } else if (c == ' ' || c == '\t' || c == 0xA0) {
                i = blanks(text, i);
            } else if (c == '%' && Chars.startsWith(text, i, "%20")) {
                i += 3;
            } else {
                return i;
            }
        }
        return i;
    }

    private static int blanks(CharSequence text, int from) {
        int i = from;
        while (i < from + MAX_BLANKS
                && (Chars.at(text, i) == ' ' || Chars.at(text, i) == '\t' || Chars.at(text, i) == 0xA0)) {
            i++;
        }
        return i;
    }

    /** The value of an element, behind the end of its tag. */
    private static long tag(CharSequence text, int keyFrom, int keyTo) {
        char before = Chars.at(text, keyFrom - 1);
        boolean escaped = Chars.startsWith(text, keyFrom - 4, "&lt;");
        if (before != '<' && !escaped && !isPrefixed(text, keyFrom)) {
            return NOTHING;
        }
        if (escaped) {
            return Chars.startsWith(text, keyTo, "&gt;") ? Range.of(TAG, keyTo + 4) : NOTHING;
        }
        for (int i = keyTo; i < keyTo + 4 * MAX_BLANKS && i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '>') {
                boolean open = text.charAt(i - 1) != '/';
                return open ? Range.of(TAG, i + 1) : NOTHING;
            }
            if (c == '<' || (i == keyTo && !Chars.isBlank(c))) {
                return NOTHING;
            }
        }
        return NOTHING;
    }

    /** {@code <ns:password}. */
    private static boolean isPrefixed(CharSequence text, int keyFrom) {
        if (Chars.at(text, keyFrom - 1) != ':') {
            return false;
        }
        int i = keyFrom - 2;
        while (i > keyFrom - MAX_BLANKS && (Chars.isLetter(Chars.at(text, i)) || Chars.isDigit(Chars.at(text, i)))) {
            i--;
        }
        return Chars.at(text, i) == '<';
    }

    private static int skip(CharSequence text, int from, String signs) {
        int i = from;
        while (i < from + 2 && i < text.length() && signs.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }
}
