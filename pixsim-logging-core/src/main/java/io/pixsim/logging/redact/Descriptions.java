package io.pixsim.logging.redact;

/** Brackets behind a sensitive key that hold no secret: schemas, settings, complaints, words of a text. */
final class Descriptions {

    private static final Words NAMES = Words.of("""
            type name namespace ref minlength maxlength pattern format description title required writeonly readonly nullable minimum \
            maximum minitems maxitems uniqueitems items count total limit ttl timeout enabled disabled secure httponly \
            samesite path domain maxage expiresin expires issuer provider algorithm kind rotation policy store idletimeout \
            strategy ratelimit present length visible masked optional""");
    private static final int MAX_LOOK = 512;
    private static final int MAX_BLANKS = 32;
    private static final int MAX_DIGITS = 10;

    private Descriptions() {}

    /** Whether what a bracket opens describes secrets, and holds none. */
    static boolean is(CharSequence text, int open) {
        return text.charAt(open) == '{' ? isSettings(text, open) : text.charAt(open) == '[' && isComplaint(text, open);
    }

    /** Whether a member of that name tells of a secret and is none. */
    static boolean isSetting(CharSequence name, int from, int to) {
        long letters = 0;
        for (int i = from; i < to; i++) {
            char c = name.charAt(i);
            if (Chars.isLetter(c)) {
                letters = Words.append(letters, c);
            } else if (c != '_' && c != '-' && c != '$') {
                return false;
            }
        }
        return NAMES.has(letters);
    }

    /** {@code {"input": 12, "output": 40}}: a bracket that holds names and numbers, and no more. */
    static boolean isCounts(CharSequence text, int open) {
        int limit = Math.min(text.length(), open + MAX_LOOK);
        int depth = 0;
        for (int i = open; i < limit; i++) {
            char c = text.charAt(i);
            if (c == ':' || c == '=') {
                int value = Chars.skipBlanks(text, i + 1, MAX_BLANKS);
                if (Chars.at(text, value) != '{' && !isNumber(text, value)) {
                    return false;
                }
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i > open + 1;
            }
        }
        return false;
    }

    private static boolean isNumber(CharSequence text, int from) {
        int i = from;
        while (i - from < MAX_DIGITS && Chars.isDigit(Chars.at(text, i))) {
            i++;
        }
        char next = Chars.at(text, i);
        return i > from && (next == ',' || next == '}' || Chars.isBlank(next));
    }

    /** Whether the first element of a list looks like a secret: words of a text don't. */
    static boolean isRandomList(CharSequence text, int open) {
        int begin = Chars.skipBlanks(text, open + 1, MAX_BLANKS);
        int limit = Math.min(text.length(), begin + MAX_LOOK);
        int quote = Quotes.length(text, begin);
        int end = quote > 0
                ? Quotes.close(text, begin, quote, limit)
                : Math.max(begin, Extent.ofBare(text, Math.min(begin, limit), limit));
        char first = Chars.at(text, begin);
        return first == '{' || first == '[' || Judge.looksRandom(text, begin + quote, end);
    }

    /** {@code ["is too short"]}, {@code [must not be blank]}. */
    private static boolean isComplaint(CharSequence text, int open) {
        int begin = Chars.skipBlanks(text, open + 1, MAX_BLANKS);
        begin += Quotes.length(text, begin);
        return Judge.isTelling(text, begin, true, false);
    }

    /** Every name in it is that of a setting, and no value looks like a secret. */
    private static boolean isSettings(CharSequence text, int open) {
        int limit = Math.min(text.length(), open + MAX_LOOK);
        int depth = 0;
        int names = 0;
        int i = open;
        while (i < limit) {
            int quote = Quotes.length(text, i);
            if (quote > 0) {
                int end = Quotes.close(text, i, quote, limit);
                int behind = Chars.skipBlanks(text, Math.min(limit, end + quote), MAX_BLANKS);
                boolean name = Chars.at(text, behind) == ':';
                if (name ? !isSetting(text, i + quote, end) : Judge.looksRandom(text, i + quote, end)) {
                    return false;
                }
                names += name ? 1 : 0;
                i = end + quote;
                continue;
            }
            char c = text.charAt(i);
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            i++;
            if (depth == 0) {
                return names > 0;
            }
        }
        return false;
    }
}
