package io.pixsim.logging.redact;

/** Secrets that show by themselves, within one run of letters, digits, {@code -}, {@code _} and {@code .}. */
final class Shapes {

    static final int SHORTEST = 16;

    /** The shortest run that may hold one without any digit. */
    static final int DIGITLESS = Vendor.DIGITLESS + 3;

    private static final int MAX_STARTS = 24;
    private static final int SHORTEST_REST = 8;

    private Shapes() {}

    /**
     * The first secret in a run, by its place or behind a separator; {@link Range#NONE} where there is none.
     *
     * @param seen the classes of the run's characters
     */
    static long find(CharSequence text, int from, int to, int seen) {
        long whole = beginningAt(text, from, from, to);
        if (whole != Range.NONE) {
            return whole;
        }
        if ((seen & (Chars.DASH | Chars.DOT)) == 0) {
            return Parted.isByEnd(text, from, to) ? Range.of(from, to) : Range.NONE;
        }
        int starts = 1;
        for (int i = from; i + SHORTEST_REST < to && starts < MAX_STARTS; i++) {
            char c = text.charAt(i);
            if (c == '-' || c == '_' || c == '.') {
                long glued = c == '.' ? Range.NONE : Vendors.glued(text, from, i, to);
                long found = glued != Range.NONE ? glued : beginningAt(text, from, i + 1, to);
                if (found != Range.NONE) {
                    return found;
                }
                starts++;
            }
        }
        long parts = discord(text, from, to);
        return parts != Range.NONE ? parts : Parted.find(text, from, to);
    }

    private static long beginningAt(CharSequence text, int from, int at, int to) {
        if (at + SHORTEST_REST >= to || !Vendors.mayBegin(text.charAt(at), text.charAt(at + 1))) {
            return Range.NONE;
        }
        char c = text.charAt(at);
        int end = endOf(text, at, c);
        return end > 0 ? Range.of(whole(text, from, at, c), end) : Range.NONE;
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
