package io.pixsim.logging.redact;

/**
 * How tokens of one vendor begin, and what follows at least.
 *
 * @param prefix what they begin with, exactly
 * @param least how many characters follow at least
 * @param alphabet which
 */
record Vendor(String prefix, int least, Alphabet alphabet) {

    /** What a token consists of behind its prefix. */
    enum Alphabet {
        /** Letters and digits. */
        ALPHANUMERIC,
        /** Hexadecimal digits. */
        HEX,
        /** Letters, digits, {@code _}, {@code -}. */
        URL,
        /** As {@link #URL}, and dots. */
        DOTTED,
        /** Upper-case letters and digits. */
        UPPER;

        boolean has(char c) {
            return switch (this) {
                case ALPHANUMERIC -> Chars.isLetter(c) || Chars.isDigit(c);
                case HEX -> Chars.isHex(c);
                case URL -> Chars.isLetter(c) || Chars.isDigit(c) || c == '_' || c == '-';
                case DOTTED -> Chars.isLetter(c) || Chars.isDigit(c) || c == '_' || c == '-' || c == '.';
                case UPPER -> Chars.isUpper(c) || Chars.isDigit(c);
            };
        }
    }

    /** Where a token that begins at a place ends; -1 when none does. */
    int end(CharSequence text, int from) {
        for (int i = 0; i < prefix.length(); i++) {
            if (Chars.at(text, from + i) != prefix.charAt(i)) {
                return -1;
            }
        }
        int i = from + prefix.length();
        boolean digit = false;
        while (i < text.length() && alphabet.has(text.charAt(i))) {
            digit |= Chars.isDigit(text.charAt(i++));
        }
        boolean enough = i - from - prefix.length() >= least && digit;
        return enough ? withoutDot(text, i) : -1;
    }

    /** A dot behind a token ends the sentence. */
    private static int withoutDot(CharSequence text, int end) {
        return text.charAt(end - 1) == '.' ? end - 1 : end;
    }
}
