package io.pixsim.logging.redact;

/** Tokens that are told by the lengths of their parts. */
final class Parted {

    private static final int HASH = 32;

    private Parted() {}

    /** The token that a run is; {@link Range#NONE} when it is none. */
    static long find(CharSequence text, int from, int to) {
        boolean found = isAirtable(text, from, to)
                || isMailchimp(text, from, to)
                || isZhipu(text, from, to)
                || isResend(text, from, to)
                || isZoho(text, from, to)
                || isOnePassword(text, from, to)
                || isByEnd(text, from, to);
        return found ? Range.of(from, to) : Range.NONE;
    }

    /** {@code pat}, 14 characters, a dot, and up to 64 hexadecimal digits. */
    private static boolean isAirtable(CharSequence text, int from, int to) {
        return to - from >= 17 + 1 + HASH
                && Chars.at(text, from) == 'p'
                && Chars.startsWith(text, from, "pat")
                && Chars.at(text, from + 17) == '.'
                && isHex(text, from + 18, to);
    }

    /** 32 hexadecimal digits, and the name of a data centre. */
    private static boolean isMailchimp(CharSequence text, int from, int to) {
        int center = from + HASH;
        return to > center + 3
                && to <= center + 5
                && Chars.startsWith(text, center, "-us")
                && Judge.isNumber(text, center + 3, to)
                && isHex(text, from, center);
    }

    /** 32 hexadecimal digits, a dot, and 16 characters. */
    private static boolean isZhipu(CharSequence text, int from, int to) {
        int dot = from + HASH;
        return to == dot + 17
                && Chars.at(text, dot) == '.'
                && isHex(text, from, dot)
                && Judge.looksRandom(text, dot + 1, to)
                && Vendor.isMixed(text, dot + 1, to);
    }

    /** {@code re_}, 8 characters, {@code _}, and 16 or more. */
    private static boolean isResend(CharSequence text, int from, int to) {
        return Chars.at(text, from) == 'r'
                && Chars.startsWith(text, from, "re_")
                && Chars.at(text, from + 11) == '_'
                && to - from >= 11 + 1 + HASH / 2
                && isWord(text, from + 3, from + 11)
                && isWord(text, from + 12, to)
                && Vendor.isMixed(text, from + 12, to);
    }

    /** {@code 1000.}, and twice 32 hexadecimal digits. */
    private static boolean isZoho(CharSequence text, int from, int to) {
        int first = from + "1000.".length();
        return to == first + 2 * HASH + 1
                && Chars.startsWith(text, from, "1000.")
                && Chars.at(text, first + HASH) == '.'
                && isHex(text, first, first + HASH)
                && isHex(text, first + HASH + 1, to);
    }

    /** {@code A3-}, and five or six groups in upper case. */
    private static boolean isOnePassword(CharSequence text, int from, int to) {
        if (Chars.at(text, from) != 'A' || Chars.at(text, from + 1) != '3' || Chars.at(text, from + 2) != '-') {
            return false;
        }
        int groups = 0;
        boolean digit = false;
        for (int i = from + 3; i < to; i++) {
            char c = text.charAt(i);
            groups += c == '-' ? 1 : 0;
            digit |= Chars.isDigit(c);
            if (c != '-' && !Vendor.Alphabet.UPPER.has(c)) {
                return false;
            }
        }
        return digit && (groups == 4 || groups == 5) && to - from >= HASH && to - from <= HASH + 10;
    }

    /** Licence keys of New Relic and MaxMind. */
    static boolean isByEnd(CharSequence text, int from, int to) {
        return to - from == 40
                && ((Chars.startsWith(text, to - 8, "ffffnral") && isHex(text, from, from + HASH))
                        || (Chars.startsWith(text, to - 4, "_mmk") && Chars.at(text, from + 6) == '_'));
    }

    private static boolean isWord(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Vendor.Alphabet.ALPHANUMERIC.has(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Chars.isHex(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
