package io.pixsim.logging.redact;

/** Schemes that only their place behind the header's name tells: {@code Authorization: Splunk x}. */
final class OtherScheme {

    private static final int SHORTEST_TOKEN = 8;
    private static final int SHORTEST_VALUE = 16;

    private OtherScheme() {}

    /** Whether a range is the name of one: one blank behind it credentials begin. */
    static boolean is(CharSequence text, int from, int to) {
        int begin = to + 1;
        return Chars.at(text, to) == ' '
                && isName(text, from, to)
                && isCredential(text, begin, Chars.wordEnd(text, begin, 2 * SHORTEST_VALUE));
    }

    /** Words of letters, the first of them in upper case, or the name of a digest: no token. */
    private static boolean isName(CharSequence text, int from, int to) {
        boolean digits = false;
        boolean digest = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Chars.isLetter(c) && !Chars.isDigit(c) && c != '-' && c != '_') {
                return false;
            }
            digits |= Chars.isDigit(c);
            digest |= Chars.startsWith(text, i, "hmac") || Chars.startsWith(text, i, "sha");
        }
        return to > from && Chars.isUpper(text.charAt(from)) && (!digits || digest);
    }

    /** A token, the first of the parameters, or what was hidden already. */
    private static boolean isCredential(CharSequence text, int from, int to) {
        if (Chars.startsWith(text, from, "***")) {
            return true;
        }
        int equals = from;
        while (equals < to && text.charAt(equals) != '=') {
            equals++;
        }
        boolean parameter = equals > from && equals + 1 < to && text.charAt(equals + 1) != '=';
        int value = parameter ? equals + 1 : from;
        return (parameter && Chars.isQuote(text.charAt(value)))
                || (to - value >= (parameter ? SHORTEST_VALUE : SHORTEST_TOKEN) && Judge.looksRandom(text, value, to));
    }
}
