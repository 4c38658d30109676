package io.pixsim.logging.redact;

/** Secrets that code hands to a call: {@code SecretStr('x')}, {@code setApiKey("x")}, {@code ApiKey(x)}. */
final class Calls {

    private static final int MAX_LITERAL = 512;
    private static final int MAX_NAME = 12;
    private static final int LONG = 16;
    private static final String[] WRAPPERS = {"secretstr", "secretstring", "secretbytes"};
    private static final String[] SETTERS = {"set", "with"};

    private Calls() {}

    /** The text that a type for secrets wraps; {@link Range#NONE} where none does. */
    static long wrapped(CharSequence text, int from, int to) {
        if (Chars.at(text, to) != '(') {
            return Range.NONE;
        }
        int name = lastName(text, from, to);
        for (String wrapper : WRAPPERS) {
            if (Chars.is(text, name, to, wrapper)) {
                return literal(text, to + 1);
            }
        }
        return Range.NONE;
    }

    /** Behind the name of such a type and its bracket; the place itself where none stands. */
    static int behindWrapper(CharSequence text, int at) {
        for (String wrapper : WRAPPERS) {
            int bracket = at + wrapper.length();
            if (Chars.startsWith(text, at, wrapper) && Chars.at(text, bracket) == '(') {
                return bracket + 1;
            }
        }
        return at;
    }

    /** What is set under a sensitive name, when it looks like a secret and not like the name of one. */
    static long set(CharSequence text, int from, int to) {
        if (Chars.at(text, to) != '(') {
            return Range.NONE;
        }
        int name = lastName(text, from, to);
        for (String setter : SETTERS) {
            if (Chars.startsWith(text, name, setter)) {
                long found = literal(text, to + 1);
                boolean secret = found != Range.NONE
                        && Judge.looksRandom(text, Range.from(found), Range.to(found))
                        && !hasSlash(text, found);
                return secret ? found : Range.NONE;
            }
        }
        return Range.NONE;
    }

    /** What an object holds whose type is that of a secret: {@code ApiKey(x)}, {@code AccessToken[value=x, …]}. */
    static long held(CharSequence text, int from, int to) {
        char open = Chars.at(text, to);
        int name = lastName(text, from, to);
        if ((open != '(' && open != '[' && open != '{') || !Chars.isUpper(text.charAt(name))) {
            return Range.NONE;
        }
        int word = to + 1;
        while (Chars.isLetter(Chars.at(text, word)) && word - to <= MAX_NAME) {
            word++;
        }
        boolean named = Chars.at(text, word) == '=' && Pairs.isValueName(text, to + 1, word);
        int at = named ? word + 1 : to + 1;
        int begin = at + Quotes.length(text, at);
        int end = begin;
        while (end < text.length() && end - begin < MAX_LITERAL && Vendor.Alphabet.URL.has(text.charAt(end))) {
            end++;
        }
        boolean closed = Quotes.length(text, end) > 0 || ",)]}".indexOf(Chars.at(text, end)) >= 0;
        return closed && end - begin >= LONG && Judge.isToken(text, begin, end) ? Range.of(begin, end) : Range.NONE;
    }

    private static int lastName(CharSequence text, int from, int to) {
        int name = to;
        while (name > from && text.charAt(name - 1) != '.') {
            name--;
        }
        return name;
    }

    private static long literal(CharSequence text, int from) {
        int open = Openings.behind(text, from);
        int quote = Quotes.length(text, open);
        if (quote == 0) {
            return Range.NONE;
        }
        int begin = open + quote;
        int end = Quotes.close(text, open, quote, Math.min(text.length(), open + MAX_LITERAL));
        return end > begin && !Judge.isPlaceholder(text, begin, end) ? Range.of(begin, end) : Range.NONE;
    }

    private static boolean hasSlash(CharSequence text, long range) {
        for (int i = Range.from(range); i < Range.to(range); i++) {
            if (text.charAt(i) == '/') {
                return true;
            }
        }
        return false;
    }
}
