package io.pixsim.logging.redact;

/** What may stand where a value is looked for and belongs to none: types, anchors, letters of literals, wrappers, other pairs. */
final class Openings {

    private static final Words ENCODERS = Words.of("noop bcrypt pbkdf scrypt argon sha ssha md smd crypt plain");

    private Openings() {}

    /** Behind an anchor or a type of YAML, and behind the type that PHP tells: {@code &db x}, {@code string(3) "x"}. */
    private static int typed(CharSequence text, int at) {
        char c = Chars.at(text, at);
        if (c != '&' && c != '!' && !Chars.startsWith(text, at, "string(")) {
            return at;
        }
        boolean known = c == '&' || Chars.startsWith(text, at, "!!") || c == 's' || c == 'S';
        int i = c == '!' ? at + 2 : at + 1;
        int word = i;
        while (i - at < 24 && (Chars.isLower(Chars.at(text, i)) || Chars.at(text, i) == '_')) {
            i++;
        }
        while (c != '&' && c != '!' && ("()".indexOf(Chars.at(text, i)) >= 0 || Chars.isDigit(Chars.at(text, i)))) {
            i++;
        }
        return known && i > word && Chars.at(text, i) == ' ' ? i + 1 : at;
    }

    /** Behind the letter of a literal: {@code b'x'}, {@code u"x"}. */
    static int behind(CharSequence text, int at) {
        int type = typed(text, at);
        if (type > at) {
            return type;
        }
        int begin = encoder(text, Calls.behindWrapper(text, at));
        char c = Chars.at(text, begin);
        return (c == 'b' || c == 'u' || c == 'r' || c == 'f' || c == '@') && Chars.isQuote(Chars.at(text, begin + 1))
                ? begin + 1
                : begin;
    }

    /** Behind what tells how a password is kept: {@code {noop}x}. */
    private static int encoder(CharSequence text, int at) {
        int word = at + 1;
        while (Chars.at(text, at) == '{' && word - at < 12 && Chars.isLetter(Chars.at(text, word))) {
            word++;
        }
        if (!ENCODERS.has(text, at + 1, word)) {
            return at;
        }
        int close = word;
        while (close - at < 24 && Vendor.Alphabet.URL.has(Chars.at(text, close))) {
            close++;
        }
        char next = Chars.at(text, close + 1);
        return Chars.at(text, close) == '}' && next > ' ' && !Chars.isQuote(next) ? close + 1 : at;
    }

    /** {@code password= user=guest}: the value is missing, and another pair begins. */
    static boolean isOther(CharSequence text, int to, int behind, int begin) {
        if (begin == behind || behind != to + 1) {
            return false;
        }
        int i = begin;
        while (Chars.isLower(Chars.at(text, i)) || Chars.at(text, i) == '_') {
            i++;
        }
        char beyond = Chars.at(text, i + 1);
        return i > begin && Chars.at(text, i) == '=' && beyond != '=' && beyond != 0 && !Chars.isBlank(beyond);
    }
}
