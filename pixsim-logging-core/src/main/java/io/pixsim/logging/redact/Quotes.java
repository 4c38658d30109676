package io.pixsim.logging.redact;

/** Quotes as they come in texts: bare, escaped once or more often, as entities and percent-encoded. */
final class Quotes {

    private static final int MAX_ESCAPES = 16;
    private static final String[] ENCODED = {"&quot;", "&#34;", "&#39;", "&apos;", "%22", "%27", "%2522"};

    private Quotes() {}

    /** The length of the quote that begins at a place; 0 where there is none. */
    static int length(CharSequence text, int from) {
        char first = Chars.at(text, from);
        if (Chars.isQuote(first)) {
            return 1;
        }
        if (first == '\\') {
            return escapedLength(text, from);
        }
        if (first != '&' && first != '%') {
            return first == '\u201C' || first == '\u2018' ? 1 : 0;
        }
        for (String quote : ENCODED) {
            if (Chars.startsWith(text, from, quote)) {
                return quote.length();
            }
        }
        return 0;
    }

    /** Where the quote that opened at a place is closed; the end of the text where it is not. */
    static int close(CharSequence text, int open, int length) {
        return close(text, open, length, text.length());
    }

    /** As {@link #close(CharSequence, int, int)}, but looks no further than a limit. */
    static int close(CharSequence text, int open, int length, int limit) {
        int from = open + length;
        char last = text.charAt(open + length - 1);
        if (last == ';' || last == '2' || last == '7') {
            return closeEncoded(text, open, length, limit);
        }
        char quote = last == '\u201C' ? '\u201D' : last == '\u2018' ? '\u2019' : last;
        int escapes = length - 1;
        int run = 0;
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                run++;
            } else if (c == quote && (escapes == 0 ? run % 2 == 0 : run <= escapes)) {
                return i - (escapes == 0 ? 0 : run);
            } else {
                run = 0;
            }
        }
        return limit;
    }

    private static int escapedLength(CharSequence text, int from) {
        int i = from;
        while (Chars.at(text, i) == '\\' && i - from < MAX_ESCAPES) {
            i++;
        }
        if (Chars.isQuote(Chars.at(text, i))) {
            return i - from + 1;
        }
        return Chars.startsWith(text, i, "u0022") || Chars.startsWith(text, i, "u0027") ? i - from + 5 : 0;
    }

    private static int closeEncoded(CharSequence text, int open, int length, int limit) {
        char first = text.charAt(open);
        for (int i = open + length; i < limit; i++) {
            if (text.charAt(i) == first && same(text, open, i, length)) {
                return i;
            }
        }
        return limit;
    }

    private static boolean same(CharSequence text, int one, int other, int length) {
        if (other + length > text.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(one + i) != text.charAt(other + i)) {
                return false;
            }
        }
        return true;
    }
}
