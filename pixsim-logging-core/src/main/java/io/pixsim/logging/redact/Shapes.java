package io.pixsim.logging.redact;

/** Secrets that show by themselves, within one run of letters, digits, {@code -}, {@code _} and {@code .}. */
final class Shapes {

    static final int SHORTEST = 16;

    /** The shortest run that may hold one without any digit. */
    static final int DIGITLESS = Vendor.DIGITLESS + 3;

    private static final int MAX_STARTS = 24;

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
                    return Range.of(whole(text, from, i, c), end);
                }
            }
            start = c == '-' || c == '.' || c == '_';
            long glued = start && c != '.' ? Vendors.glued(text, from, i) : Range.NONE;
            if (glued != Range.NONE) {
                return glued;
            }
        }
        long parts = discord(text, from, to);
        return parts != Range.NONE ? parts : Parted.find(text, from, to);
    }

    /** Whether a run may hold one although it has no digit: by its length, letters of both cases and a separator. */
    static boolean mayHoldWithoutDigit(int length, int seen) {
        int both = Chars.LOWER | Chars.UPPER | Chars.DASH;
        return length >= DIGITLESS && (seen & both) == both;
    }

    private static int whole(CharSequence text, int from, int at, char first) {
        boolean intent = first == 's'
                && Chars.startsWith(text, at, "secret_")
                && (Chars.startsWith(text, from, "pi_") || Chars.startsWith(text, from, "seti_"));
        return intent ? from : first == 'a' ? terraform(text, from, at) : at;
    }

    /** The part before {@code .atlasv1.} belongs to the token. */
    private static int terraform(CharSequence text, int from, int at) {
        return Chars.startsWith(text, at, "atlasv1.") ? Math.max(from, at - 15) : at;
    }

    static boolean isJwt(CharSequence text, long range) {
        return Chars.at(text, Range.from(range)) == 'e';
    }

    private static int endOf(CharSequence text, int from, char first) {
        int jwt = first == 'e' ? Jwt.end(text, from) : -1;
        if (jwt > 0) {
            return jwt;
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
