package io.pixsim.logging.redact;

/** Keys as they stand in a text: which run is one, and what it promises there. */
final class Keys {

    private static final int MAX_WORD = 20;
    private static final int MAX_LOOK = 200;
    private static final int SHORTEST_CODE = 8;
    private static final int SHORTEST_QUERY_KEY = 16;

    /** Keys of one word that mean what the words before them say. */
    private static final Words GENERAL =
            Words.of("key keys token tokens code codes phrase number string id card pin pass passe auth");

    /** Before a token in running text, they say that it is none, whatever sign follows. */
    private static final Words TURNS =
            Words.of("page next prev previous continuation cursor pagination resume sync delta stop pad cancel");

    /** What may be left of keys. */
    private static final Words REST = Words.of("""
            key ikey pikey ey oken ken token cret ecret secret ssword assword sword word password rization orization \
            uthorization ookie kie""");

    private static final String[] OF_USER = {"user: ", "username: ", "login: ", "account: ", "email: "};
    private static final String[] OF_LOGIN = {"callback", "oauth", "redirect", "state=", "signin", "login", "auth"};

    private Keys() {}

    /** Where the key begins: behind what is left of an escape before it. */
    static int from(CharSequence text, int from, int to) {
        char before = Chars.at(text, from - 1);
        int begin = from;
        if (before == '%') {
            while (Chars.startsWith(text, begin, "25")) {
                begin += 2;
            }
            begin += 2;
        } else if (before == '\\') {
            boolean unicode = Chars.startsWith(text, from, "u0022") || Chars.startsWith(text, from, "u0027");
            begin += unicode ? 5 : isEscape(text.charAt(from)) ? 1 : 0;
        }
        return begin < to ? begin : from;
    }

    /** What a key promises: {@link KeyRules#NO} for most. */
    static int level(CharSequence text, int from, int to, KeyRules keys) {
        if (GENERAL.has(text, from, to)) {
            int begin = withWordsBefore(text, from);
            int level = begin < from ? keys.level(text, begin, to) : keys.level(text, from, to);
            level = level != KeyRules.NO || begin == from ? level : alone(text, from, to, keys);
            level = level != KeyRules.NO ? level : ofQuery(text, from, to);
            return level != KeyRules.NO ? level : cut(text, from, to);
        }
        if (EscapedNames.isRun(text, from, to)) {
            int begin = EscapedNames.from(text, from);
            return begin < 0 ? KeyRules.NO : keys.level(EscapedNames.decode(text, begin, to));
        }
        int level = keys.level(text, from, to);
        level = level != KeyRules.NO ? level : cut(text, from, to);
        return level == KeyRules.NO && isEscape(Chars.at(text, from - 1)) && Chars.at(text, from - 2) == '\\'
                ? keys.level(text, from - 1, to)
                : level;
    }

    /** {@code two input tokens=[…]}, {@code user: anna pass: x}: the words before are none of the key. */
    private static int alone(CharSequence text, int from, int to, KeyRules keys) {
        int end = from - 1;
        int begin = end;
        while (begin > 0 && end - begin < MAX_WORD && Chars.isLetter(text.charAt(begin - 1))) {
            begin--;
        }
        boolean value = Chars.at(text, to) == ':' && isBehindUser(text, begin);
        if ((Chars.at(text, to) != '=' && !value) || TURNS.has(text, begin, end)) {
            return KeyRules.NO;
        }
        int level = keys.level(text, from, to);
        boolean code = Chars.is(text, from, to, "pin") && Prose.isCode(text, to + 1);
        return level == KeyRules.STRONG && !code ? KeyRules.WEAK : level;
    }

    /** Whether a word is the name of a user: {@code login: anna}. */
    private static boolean isBehindUser(CharSequence text, int from) {
        for (String key : OF_USER) {
            if (Chars.startsWith(text, from - key.length(), key)) {
                return true;
            }
        }
        return false;
    }

    /** What is left of a key where the beginning of a text is cut off: {@code …key":"}. */
    private static int cut(CharSequence text, int from, int to) {
        char before = Chars.at(text, from - 1);
        boolean cut = from == 0 || before == '\u2026';
        int quote = Quotes.length(text, to);
        if (!cut || quote == 0 || Chars.at(text, to + quote) != ':' || !REST.has(text, from, to)) {
            return KeyRules.NO;
        }
        int open = Chars.skipBlanks(text, to + quote + 1, 4);
        int begin = open + Quotes.length(text, open);
        int end = Extent.ofQuery(text, begin, Math.min(text.length(), begin + MAX_LOOK));
        return begin > open && end - begin >= SHORTEST_QUERY_KEY ? KeyRules.WEAK : KeyRules.NO;
    }

    /** Whether a value follows, in whatever form. */
    static boolean isHolding(CharSequence text, int from, int to) {
        int kind = Follow.kind(Follow.find(text, from, to));
        return (kind != Follow.NOTHING && kind != Follow.COMMA)
                || Pairs.isNamed(text, wholeFrom(text, from))
                || Pairs.opensTuple(text, wholeFrom(text, from))
                || (kind == Follow.COMMA && Pairs.listed(text, from, to) != Range.NONE)
                || Rows.cell(text, from, to) != Range.NONE
                || (text.charAt(from) == '-' && CommandLine.value(text, to) > 0)
                || Elements.sibling(text, from, to) > 0
                || Statements.inserted(text, from, to) != Range.NONE
                || Calls.set(text, from, to) != Range.NONE
                || Calls.held(text, from, to) != Range.NONE
                || ((Prose.isKey(text, from, to) || Prose.isCompound(text, from, to))
                        && Prose.find(text, from, to) != Range.NONE);
    }

    /** Where a key begins that has blanks in it. */
    static int wholeFrom(CharSequence text, int from) {
        return Chars.at(text, from - 1) == ' ' ? withWordsBefore(text, from) : from;
    }

    /** Whether a key stands in a query: behind {@code ?} or {@code &}. */
    static boolean isInQuery(CharSequence text, int from) {
        char before = Chars.at(text, from - 1);
        return before == '?' || before == '&' || (before == ';' && Chars.startsWith(text, from - 5, "&amp;"));
    }

    /** Up to three words that are parted from the key by a blank. */
    private static int withWordsBefore(CharSequence text, int from) {
        int begin = from;
        for (int words = 0; words < 3; words++) {
            int i = begin - 1;
            if (Chars.at(text, i) != ' ') {
                break;
            }
            int end = i;
            while (i > 0 && end - i < MAX_WORD && isOfWord(text.charAt(i - 1))) {
                i--;
            }
            if (i == end || Names.TELLING.has(text, i, end)) {
                break;
            }
            begin = i;
        }
        return begin;
    }

    /** The code of a login's callback, and a key that looks like one: secrets in a query only. */
    private static int ofQuery(CharSequence text, int from, int to) {
        boolean query = isInQuery(text, from)
                || Chars.startsWith(text, from - 3, "%3f")
                || Chars.startsWith(text, from - 3, "%26");
        int begin = Chars.at(text, to) == '=' ? to + 1 : Chars.startsWith(text, to, "%3d") ? to + 3 : to;
        if (!query || begin == to) {
            return KeyRules.NO;
        }
        int end = Extent.ofQuery(text, begin, Math.min(text.length(), to + MAX_LOOK));
        boolean random = Judge.looksRandom(text, begin, end) && !StandIns.isPath(text, begin, end);
        if (Chars.is(text, from, to, "key")) {
            return random && end - to > SHORTEST_QUERY_KEY ? KeyRules.WEAK : KeyRules.NO;
        }
        return Chars.is(text, from, to, "code") && random && end - to > SHORTEST_CODE && isLogin(text, from)
                ? KeyRules.WEAK
                : KeyRules.NO;
    }

    private static boolean isLogin(CharSequence text, int from) {
        int end = Math.min(text.length(), from + MAX_LOOK);
        for (int i = Math.max(0, from - MAX_LOOK); i < end; i++) {
            for (String word : OF_LOGIN) {
                if (Chars.startsWith(text, i, word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOfWord(char c) {
        return Chars.isLetter(c) || Chars.isDigit(c) || c == '-' || c == '_' || c == '.';
    }

    private static boolean isEscape(char c) {
        return c == 'n' || c == 't' || c == 'r';
    }
}
