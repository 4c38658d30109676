package io.pixsim.logging.redact;

/** Tokens that are told by the lengths of their parts. */
final class Parted {

    private static final int HASH = 32;

    private Parted() {}

    /** The token that a run is; {@link Range#NONE} when it is none. */
    static long find(CharSequence text, int from, int to) {
        boolean found = isAirtable(text, from, to) || isMailchimp(text, from, to) || isZhipu(text, from, to);
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

    private static boolean isHex(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Chars.isHex(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
