package io.pixsim.logging.redact;

/** Values behind one key that are several secrets, parted by commas. */
final class Several {

    private static final int LONGEST_NAME = 16;
    private static final int LONGEST = 512;

    private Several() {}

    /** More that belongs to a value, by what its key ends with: several secrets, or the parameters of a signature. */
    static int end(CharSequence text, int keyTo, int from, int firstEnd) {
        if ((text.charAt(keyTo - 1) | 0x20) == 's') {
            return endOfList(text, from, firstEnd);
        }
        return Chars.startsWith(text, keyTo - "signature".length(), "signature")
                ? endOfVersions(text, firstEnd)
                : firstEnd;
    }

    /** {@code t=1764300000,v1=5e0c,v0=93be}: signatures by their version. */
    private static int endOfVersions(CharSequence text, int firstEnd) {
        int end = firstEnd;
        while (Chars.at(text, end) == ',') {
            int equals = end + 1;
            while (equals - end < LONGEST_NAME && Vendor.Alphabet.ALPHANUMERIC.has(Chars.at(text, equals))) {
                equals++;
            }
            int next =
                    Extent.ofBare(text, Math.min(equals + 1, text.length()), Math.min(text.length(), equals + LONGEST));
            if (Chars.at(text, equals) != '=' || !Judge.looksRandom(text, equals + 1, next)) {
                return end;
            }
            end = next;
        }
        return end;
    }

    /** More of the same behind commas: {@code 1234-5678, 8765-4321}. */
    private static int endOfList(CharSequence text, int from, int firstEnd) {
        int end = firstEnd;
        while (Chars.at(text, end) == ',' && Chars.at(text, end + 1) == ' ') {
            int next = Extent.ofBare(text, end + 2, Math.min(text.length(), end + 128));
            boolean alike = next - end - 2 == firstEnd - from
                    && firstEnd - from > 3
                    && (Judge.isNumber(text, end + 2, next) || Judge.looksRandom(text, end + 2, next));
            if (next <= end + 2
                    || Extent.hasEquals(text, end + 2, next)
                    || !(alike || Judge.isToken(text, end + 2, next))) {
                break;
            }
            end = next;
        }
        return end;
    }
}
