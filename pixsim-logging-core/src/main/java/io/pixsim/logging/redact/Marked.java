package io.pixsim.logging.redact;

/** Tokens of vendors with a sign inside, so that the run they begin with ends before they do. */
final class Marked {

    private static final int UUID = 36;
    private static final int HASH = 32;
    private static final int ASANA_ID = 16;
    private static final int TWITCH = 30;
    private static final int LONGEST = 256;
    private static final int HASH_PART = 20;
    private static final Words KEPT = Words.of("argon apr pbkdf");

    private Marked() {}

    /** The token that a run begins, told by the sign behind the run; {@link Range#NONE} where none is. */
    static long find(CharSequence text, int from, int to) {
        return switch (Chars.at(text, to)) {
            case ':' -> withColon(text, from, to);
            case '~' -> withTilde(text, from, to);
            case '$' -> Chars.at(text, from - 1) == '$' ? crypt(text, from, to) : braintree(text, from, to);
            case '!' -> salesforce(text, from, to);
            default -> Range.NONE;
        };
    }

    private static long withColon(CharSequence text, int from, int colon) {
        int length = colon - from;
        if (Chars.is(text, from, colon, "oauth")) {
            int end = ends(text, colon + 1, Vendor.Alphabet.ALPHANUMERIC);
            return end - colon - 1 == TWITCH && Judge.hasDigit(text, colon + 1, end) ? Range.of(from, end) : Range.NONE;
        }
        if (length == UUID && Chars.at(text, from + 8) == '-') {
            int end = ends(text, colon + 1, Vendor.Alphabet.HEX);
            boolean fal = end - colon - 1 == HASH;
            boolean deepl =
                    Chars.startsWith(text, colon + 1, "fx") && !Vendor.Alphabet.URL.has(Chars.at(text, colon + 3));
            return fal ? Range.of(from, end) : deepl ? Range.of(from, colon + 3) : Range.NONE;
        }
        if (length == HASH
                && Chars.startsWith(text, from - "--key ".length(), "--key ")) { // of a decrypter: id and key
            int end = ends(text, colon + 1, Vendor.Alphabet.HEX);
            return end - colon - 1 == HASH ? Range.of(colon + 1, end) : Range.NONE;
        }
        long token = telegram(text, from, colon);
        token = token != Range.NONE ? token : asana(text, from, colon);
        return token != Range.NONE ? token : bitwarden(text, from, colon);
    }

    /** {@code 1234567890:35 characters}, a bot's token. */
    private static long telegram(CharSequence text, int from, int colon) {
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

    /** {@code 2/16 digits/16 digits:32 hexadecimal digits}. */
    private static long asana(CharSequence text, int from, int colon) {
        int begin = colon - ASANA_ID;
        if (begin != from || Chars.at(text, begin - 1) != '/' || !Judge.isNumber(text, begin, colon)) {
            return Range.NONE;
        }
        int end = ends(text, colon + 1, Vendor.Alphabet.HEX);
        int head = begin;
        while (head > begin - ASANA_ID - 4
                && (Chars.at(text, head - 1) == '/' || Chars.isDigit(Chars.at(text, head - 1)))) {
            head--;
        }
        return end - colon - 1 == HASH ? Range.of(head, end) : Range.NONE;
    }

    /** {@code 0.<uuid>.30 characters:base64}. */
    private static long bitwarden(CharSequence text, int from, int colon) {
        boolean parts = colon - from > UUID + 20
                && Chars.at(text, from) == '0'
                && Chars.at(text, from + 1) == '.'
                && Chars.at(text, from + 2 + UUID) == '.';
        return parts ? Range.of(from, ends(text, colon + 1, Vendor.Alphabet.BASE64)) : Range.NONE;
    }

    /** Azure's secrets of clients, {@code abc8Q~34 characters}, and tokens of OpenShift. */
    private static long withTilde(CharSequence text, int from, int tilde) {
        int end = tilde + 1;
        while (end < text.length()
                && end - tilde < 2 * UUID
                && (Vendor.Alphabet.DOTTED.has(text.charAt(end)) || text.charAt(end) == '~')) {
            end++;
        }
        int length = end - tilde - 1;
        if (Chars.is(text, from, tilde, "sha256")) {
            return length == 43 ? Range.of(from, end) : Range.NONE;
        }
        boolean azure = tilde - from >= 2
                && text.charAt(tilde - 1) == 'Q'
                && Chars.isDigit(text.charAt(tilde - 2))
                && in(length, 31, 35);
        return azure ? Range.of(Math.max(0, tilde - 5), end) : Range.NONE;
    }

    /** {@code access_token$production$id$key}. */
    private static long braintree(CharSequence text, int from, int dollar) {
        boolean token = Chars.startsWith(text, dollar - "access_token".length(), "access_token")
                && (Chars.startsWith(text, dollar, "$production$") || Chars.startsWith(text, dollar, "$sandbox$"));
        int end = dollar;
        while (token && end < text.length() && (text.charAt(end) == '$' || Vendor.Alphabet.URL.has(text.charAt(end)))) {
            end++;
        }
        return token && end - dollar > HASH ? Range.of(from, end) : Range.NONE;
    }

    /** {@code $2b$12$53 characters}: how a password is kept; parameters, salt and hash, parted by dollars. */
    private static long crypt(CharSequence text, int from, int dollar) {
        if (!KEPT.has(text, from, Judge.wordEnd(text, from, dollar)) && !isNumbered(text, from, dollar)) {
            return Range.NONE;
        }
        int end = dollar;
        int part = dollar;
        while (end < text.length() && end - dollar < LONGEST && isOfHash(text.charAt(end))) {
            part = text.charAt(end) == '$' ? end : part;
            end++;
        }
        while (text.charAt(end - 1) == ',' || text.charAt(end - 1) == '.') {
            end--;
        }
        boolean hash = end - part > HASH_PART && Judge.looksRandom(text, part + 1, end);
        return hash ? Range.of(from - 1, end) : Range.NONE;
    }

    /** {@code 1}, {@code 2b}, {@code 5}, {@code 6}. */
    private static boolean isNumbered(CharSequence text, int from, int to) {
        return Chars.isDigit(text.charAt(from)) && (to == from + 1 || (to == from + 2 && text.charAt(from) == '2'));
    }

    private static boolean isOfHash(char c) {
        return Vendor.Alphabet.BASE64.has(c) || c == '$' || c == '.' || c == ',';
    }

    /** {@code 00D12 characters!96 characters}, a session. */
    private static long salesforce(CharSequence text, int from, int mark) {
        boolean org = (mark - from == 15 || mark - from == 18) && Chars.startsWith(text, from, "00d");
        int end = org ? ends(text, mark + 1, Vendor.Alphabet.DOTTED) : mark;
        return end - mark > 60 ? Range.of(from, end) : Range.NONE;
    }

    private static int ends(CharSequence text, int from, Vendor.Alphabet alphabet) {
        int i = from;
        while (i < text.length() && i - from < LONGEST && alphabet.has(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean in(int value, int least, int most) {
        return value >= least && value <= most;
    }
}
