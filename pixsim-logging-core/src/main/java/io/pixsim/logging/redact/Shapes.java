package io.pixsim.logging.redact;

/** Secrets that show by themselves, within one run of letters, digits, {@code -}, {@code _} and {@code .}. */
final class Shapes {

    static final int SHORTEST = 16;

    private static final int MAX_STARTS = 24;
    private static final int UUID = 36;
    private static final int FAL_SECRET = 32;

    private Shapes() {}

    /** The first secret in a run, by its place or behind a separator; {@link Range#NONE} where there is none. */
    static long find(CharSequence text, int from, int to) {
        int starts = 0;
        boolean start = true;
        for (int i = from; i + 8 < to && starts < MAX_STARTS; i++) {
            char c = text.charAt(i);
            if (start) {
                starts++;
                int end = endOf(text, i, c);
                if (end > 0) {
                    return Range.of(i, end);
                }
            }
            start = c == '-' || c == '.' || c == '_';
        }
        return discord(text, from, to);
    }

    static boolean isJwt(CharSequence text, long range) {
        return Chars.at(text, Range.from(range)) == 'e';
    }

    private static int endOf(CharSequence text, int from, char first) {
        if (first == 'e') {
            return Jwt.end(text, from);
        }
        for (Vendor vendor : Vendors.beginningWith(first)) {
            int end = vendor.end(text, from);
            if (end > 0) {
                return end;
            }
        }
        return -1;
    }

    /** Three parts of 24 to 28, 6 or 7, and 27 to 40 characters. */
    private static long discord(CharSequence text, int from, int to) {
        char first = text.charAt(from);
        if ((first != 'M' && first != 'N' && first != 'O') || to - from < 59 || to - from > 80) {
            return Range.NONE;
        }
        int one = next(text, from, to);
        int two = next(text, one + 1, to);
        int end = next(text, two + 1, to);
        boolean parts = in(one - from, 24, 28) && in(two - one - 1, 6, 7) && in(end - two - 1, 27, 40);
        return parts ? Range.of(from, end) : Range.NONE;
    }

    /** {@code 1234567890:35 characters}, a bot's token at Telegram; the run of digits is given. */
    static long telegram(CharSequence text, int from, int colon) {
        int digits = colon;
        while (digits > from && Chars.isDigit(text.charAt(digits - 1))) {
            digits--;
        }
        int end = colon + 1;
        while (end < text.length() && end - colon < 40 && Vendor.Alphabet.URL.has(text.charAt(end))) {
            end++;
        }
        boolean token = in(colon - digits, 8, 10) && in(end - colon - 1, 33, 36);
        return token ? Range.of(digits, end) : Range.NONE;
    }

    /** {@code <uuid>:32 hexadecimal digits}, a key at fal. */
    static long uuidAndSecret(CharSequence text, int from, int colon) {
        int end = colon + 1;
        while (end < text.length() && end - colon <= FAL_SECRET + 1 && Chars.isHex(text.charAt(end))) {
            end++;
        }
        return colon - from == UUID && Chars.at(text, from + 8) == '-' && end - colon - 1 == FAL_SECRET
                ? Range.of(colon + 1, end)
                : Range.NONE;
    }

    private static int next(CharSequence text, int from, int to) {
        int i = Math.min(from, to);
        while (i < to && text.charAt(i) != '.') {
            i++;
        }
        return i;
    }

    private static boolean in(int value, int least, int most) {
        return value >= least && value <= most;
    }
}
