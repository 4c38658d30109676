package io.pixsim.logging.redact;

import org.jspecify.annotations.Nullable;

/** Names and values that stand beside each other: {@code {"name":"Authorization","value":"x"}}, tuples, attributes. */
final class Pairs {

    private static final Words NAME = Words.of("""
            name key header field param parameter attribute property k n variable var env headername option setting \
            fieldname keyname param_name column""");
    private static final Words VALUE = Words.of("""
            value val v data content defaultvalue stringvalue string text values old new oldvalue newvalue""");
    /** Beside a name in a map, they are its value too. */
    private static final Words OF_CHANGE = Words.of("before after previous current from to was now");

    private static final String ENTITY = "&quot;";
    private static final int MAX_GAP = 48;
    private static final int MAX_OPENERS = 12;
    private static final int LISTED = 16;
    private static final int MAX_LISTED = 512;

    private Pairs() {}

    /** Whether a run that ends at a place may be the name of what a pair's value stands under. */
    static boolean isValueName(CharSequence text, int from, int to) {
        return to - from <= 12 && VALUE.has(text, from, to);
    }

    /** Whether a word says that what it holds is a name. */
    static boolean isNameWord(CharSequence text, int from, int to) {
        return NAME.has(text, from, to);
    }

    /** As {@link #isValueName}, for the key of a map, in any spelling. */
    static boolean isValue(String key) {
        String letters = CompactName.compact(key);
        return VALUE.has(letters, 0, letters.length()) || OF_CHANGE.has(letters, 0, letters.length());
    }

    /** Whether a map's key says that the value names something. */
    static boolean isName(@Nullable Object key) {
        return key instanceof String name && NAME.has(name, 0, name.length());
    }

    /** Whether a key is itself told as a value: {@code "name": "password"}. */
    static boolean isNamed(CharSequence text, int keyFrom) {
        int i = back(text, keyFrom - 1);
        char sign = Chars.at(text, i);
        if (sign != ':' && sign != '=') {
            return false;
        }
        int end = back(text, i - 1) + 1;
        int from = end;
        while (from > 0 && end - from < 12 && Chars.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return end > from && NAME.has(text, from, end);
    }

    /** Whether a key opens a tuple: {@code ('authorization', } or {@code ["authorization", }. */
    static boolean opensTuple(CharSequence text, int keyFrom) {
        char before = Chars.at(text, before(text, keyFrom));
        return Chars.isQuote(Chars.at(text, keyFrom - 1)) && (before == '(' || before == '[');
    }

    /** Whether a quoted value is the last of the tuple, or of a list in a list, that a key opens. */
    static boolean closesTuple(CharSequence text, int keyFrom, int quote) {
        int open = before(text, keyFrom);
        char close = Chars.at(text, quote);
        return text.charAt(open) == '(' ? close == ')' : close == ']' || Chars.at(text, open - 1) == '[';
    }

    /** The value behind a header's name in the midst of a list, where names and values take turns. */
    static long listed(CharSequence text, int keyFrom, int keyTo) {
        int comma = keyFrom - 2;
        while (keyFrom - comma < MAX_OPENERS && comma > 0 && Chars.isBlank(text.charAt(comma))) {
            comma--;
        }
        int behind = keyTo + Quotes.length(text, keyTo);
        if (Chars.at(text, comma) != ',' || Chars.at(text, behind) != ',' || !isCompound(text, keyFrom, keyTo)) {
            return Range.NONE;
        }
        int open = Chars.skipBlanks(text, behind + 1, MAX_OPENERS);
        int begin = open + Quotes.length(text, open);
        int end = begin;
        boolean plain = true;
        for (char c = Chars.at(text, end); isListed(c) && end - begin < MAX_LISTED; c = Chars.at(text, ++end)) {
            plain &= Vendor.Alphabet.ALPHANUMERIC.has(c);
        }
        boolean random = end - begin >= LISTED
                && Judge.looksRandom(text, begin, end)
                && (plain || Vendor.isMixed(text, begin, end));
        return random && begin > open && Quotes.length(text, end) > 0 ? Range.of(begin, end) : Range.NONE;
    }

    private static boolean isListed(char c) {
        return Vendor.Alphabet.ALPHANUMERIC.has(c) || c == '+' || c == '/' || c == '=';
    }

    private static boolean isCompound(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '-' || text.charAt(i) == '_') {
                return Chars.isQuote(Chars.at(text, from - 1));
            }
        }
        return false;
    }

    /** Whether the bracket that a key stands behind is a round one. */
    static boolean isRound(CharSequence text, int keyFrom) {
        return Chars.at(text, before(text, keyFrom)) == '(';
    }

    /** The place before the quote of a key, and before the letter and the escapes that belong to it. */
    private static int before(CharSequence text, int keyFrom) {
        int i = keyFrom - 2;
        while (Chars.at(text, i) == '\\') {
            i--;
        }
        char c = Chars.at(text, i);
        return c == 'b' || c == 'u' ? i - 1 : i;
    }

    /** Where the value begins that a named key's pair has; -1 where there is none. */
    static int value(CharSequence text, int keyTo) {
        int i = Follow.closers(text, keyTo);
        if (Chars.at(text, i) == '>') {
            return i + 1;
        }
        int lines = lineEnds(text, i);
        if (lines >= 2) {
            return Chars.skipBlanks(text, i, MAX_GAP);
        }
        int end = i + MAX_GAP;
        while (i < end && (isGap(Chars.at(text, i)) || Quotes.length(text, i) > 0)) {
            i += Math.max(1, Quotes.length(text, i));
        }
        int word = i;
        while (Chars.isLetter(Chars.at(text, i)) && i - word < 12) {
            i++;
        }
        if (!VALUE.has(text, word, i)) {
            return -1;
        }
        i = Follow.closers(text, i);
        char sign = Chars.at(text, i);
        return sign == ':' || sign == '=' ? i + 1 : -1;
    }

    /** Whether two places belong to one object: little stands between, and no bracket closes. */
    static boolean areNear(CharSequence text, int from, int to) {
        if (to - from > MAX_GAP || to < from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '}') {
                return false;
            }
        }
        return true;
    }

    private static int lineEnds(CharSequence text, int from) {
        int lines = 0;
        for (int i = from; i < from + 8 && Chars.isBlank(Chars.at(text, i)) && i < text.length(); i++) {
            lines += text.charAt(i) == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static boolean isGap(char c) {
        return c == ',' || c == ';' || (c != 0 && Chars.isBlank(c));
    }

    private static int back(CharSequence text, int from) {
        int i = from;
        while (i >= 0 && from - i < MAX_OPENERS && isOpener(text, i)) {
            i -= text.charAt(i) == ';' ? ENTITY.length() : 1;
        }
        return i;
    }

    private static boolean isOpener(CharSequence text, int i) {
        char c = text.charAt(i);
        return c == ' '
                || Chars.isQuote(c)
                || c == '\\'
                || (c == ';' && Chars.startsWith(text, i + 1 - ENTITY.length(), ENTITY));
    }
}
