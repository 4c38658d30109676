package io.pixsim.logging.redact;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Private and shared keys in JSON, which {@code kty} tells: their secret parts have names of one letter or two. */
final class Jwks {

    private static final Words PARTS = Words.of("d p q dp dq qi k");
    private static final int MAX_LOOK = 8192;
    private static final int LONGEST_PART = 2;
    private static final int SHORTEST = 16;

    private Jwks() {}

    /** Whether a run names the kind of a key, in quotes. */
    static boolean isKind(CharSequence text, int from, int to) {
        return to - from == 3 && Chars.is(text, from, to, "kty") && Quotes.length(text, to) > 0;
    }

    /** Whether a member of a map is secret, given the others. */
    static boolean hides(@Nullable Object key, Map<?, ?> map) {
        return key instanceof String name && isPart(name, 0, name.length()) && map.containsKey("kty");
    }

    static boolean isPart(CharSequence text, int from, int to) {
        return to > from && to - from <= LONGEST_PART && PARTS.has(text, from, to);
    }

    /** Notes the secret parts of the object that a kind stands in, before and behind it. */
    static void find(CharSequence text, int kind, Spans spans) {
        int open = kind;
        while (open > 0 && kind - open < MAX_LOOK && text.charAt(open) != '{') {
            open--;
        }
        int end = Math.min(text.length(), kind + MAX_LOOK);
        for (int i = open + 1; i < end && text.charAt(i) != '}'; i++) {
            int quote = Quotes.length(text, i);
            if (quote > 0) {
                i = member(text, i + quote, quote, end, spans);
            }
        }
    }

    /** Notes the value of the member whose name begins at a place, if secret; gives the place to read on at. */
    private static int member(CharSequence text, int name, int quote, int limit, Spans spans) {
        int nameEnd = name;
        while (nameEnd < limit && Vendor.Alphabet.DOTTED.has(text.charAt(nameEnd))) {
            nameEnd++;
        }
        int colon = Chars.skipBlanks(text, nameEnd + Quotes.length(text, nameEnd), 4);
        int open = Chars.skipBlanks(text, colon + 1, 4);
        int from = open + Quotes.length(text, open);
        if (Chars.at(text, colon) != ':' || from == open || !isPart(text, name, nameEnd)) {
            return Math.max(name, nameEnd) + quote - 1;
        }
        int to = from;
        while (to < text.length() && Vendor.Alphabet.BASE64.has(text.charAt(to))) {
            to++;
        }
        if (to - from >= SHORTEST) {
            spans.add(Range.of(from, to), Rule.PRIVATE_KEY);
        }
        return to + quote - 1;
    }
}
