package io.pixsim.logging.redact;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The schemes of HTTP authentication, and the credentials behind them. */
final class Schemes {

    private static final Words ALL = Words.of("""
            bearer basic digest token apikey negotiate ntlm hawk dpop sharedkey sharedkeylite sharedaccesssignature \
            googlelogin key aws mac ssws""");
    private static final int LONGEST = 24;
    private static final int SHORTEST_TOKEN = 8;
    private static final int SHORTEST_KEY = 16;
    private static final int MAX_DECODED = 120;

    private Schemes() {}

    /** Whether a range names a scheme, in any case. */
    static boolean isScheme(CharSequence text, int from, int to) {
        return to - from <= LONGEST && (ALL.has(text, from, to) || isAws4(text, from, to));
    }

    /** Whether a range names a scheme that tells credentials by itself, without the header's name before it. */
    static boolean isTelling(CharSequence text, int from, int to) {
        return switch (to - from) {
            case 5 -> Chars.is(text, from, to, "basic");
            case 6 -> Chars.is(text, from, to, "bearer") || Chars.is(text, from, to, "apikey");
            case 7 -> Chars.is(text, from, to, "api-key");
            case 16 -> isAws4(text, from, to);
            default -> false;
        };
    }

    /** Where the name of a scheme begins that ends a run: {@code worker-Bearer}; the start of the run where none does. */
    static int begin(CharSequence text, int from, int to) {
        int begin = Chars.startsWith(text, to - 6, "bearer") ? to - 6 : to - 5;
        char before = Chars.at(text, begin - 1);
        boolean parted = before == '-' || before == '.' || before == '_';
        return begin > from && parted && isTelling(text, begin, to) ? begin : from;
    }

    private static boolean isAws4(CharSequence text, int from, int to) {
        return Chars.is(text, from, to, "aws4-hmac-sha256");
    }

    /** The credentials behind a scheme that stands alone in a text, when they look like such. */
    static long credentials(CharSequence text, int from, int to) {
        int begin = joined(text, afterGap(text, to));
        int end = tokenEnd(text, begin);
        if (begin == to || end == begin) {
            return Range.NONE;
        }
        char first = (char) (text.charAt(from) | 0x20);
        boolean found = isAws4(text, from, to)
                ? Chars.startsWith(text, begin, "credential=")
                : Chars.is(text, from, to, "basic")
                        ? isPair(text, begin, end) || isBase64(text, begin, end)
                        : !hasEquals(text, begin, end)
                                && isToken(text, begin, end, first == 'b' ? SHORTEST_TOKEN : SHORTEST_KEY);
        return found ? Range.of(begin, listEnd(text, begin, end)) : Range.NONE;
    }

    /** Where the gap behind a scheme ends: a blank, a plus or an escaped blank. */
    static int afterGap(CharSequence text, int from) {
        if (Chars.startsWith(text, from, "%20")) {
            return from + 3;
        }
        char c = Chars.at(text, from);
        return c == '+' ? from + 1 : Chars.skipBlanks(text, from, 4);
    }

    /** Behind {@code ' + '}, where code joins a literal to the scheme; the place itself elsewhere. */
    static int joined(CharSequence text, int at) {
        int quote = Quotes.length(text, at);
        int sign = quote > 0 ? Chars.skipBlanks(text, at + quote, 4) : at;
        if (sign == at || (Chars.at(text, sign) != '+' && Chars.at(text, sign) != '.')) {
            return at;
        }
        int literal = Chars.skipBlanks(text, sign + 1, 4);
        int open = Quotes.length(text, literal);
        return open > 0 ? literal + open : at;
    }

    /** Where credentials end that begin at a place: a token, or parameters parted by commas. */
    static int end(CharSequence text, int from) {
        return listEnd(text, from, tokenEnd(text, from));
    }

    private static int tokenEnd(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && isOfToken(text.charAt(i))) {
            i++;
        }
        while (i > from && text.charAt(i - 1) == '.') {
            i--;
        }
        return i;
    }

    private static boolean isOfToken(char c) {
        return Vendor.Alphabet.DOTTED.has(c) || c == '+' || c == '/' || c == '=' || c == '~' || c == ':' || c == '%';
    }

    /** {@code a="x", b=y, c="z"}: to the end of the last. */
    private static int listEnd(CharSequence text, int from, int tokenEnd) {
        int end = parameterEnd(text, from, tokenEnd);
        while (end > tokenEnd || hasEquals(text, from, end)) {
            int next = Chars.skipBlanks(text, Chars.at(text, end) == ',' ? end + 1 : end, 4);
            if (Chars.at(text, end) != ',' || next >= text.length()) {
                return end;
            }
            int nextEnd = parameterEnd(text, next, tokenEnd(text, next));
            if (nextEnd == next || !hasEquals(text, next, nextEnd)) {
                return end;
            }
            end = nextEnd;
        }
        return end;
    }

    private static int parameterEnd(CharSequence text, int from, int tokenEnd) {
        int i = tokenEnd;
        while (i < text.length() && isOfParameter(text.charAt(i))) {
            i++;
        }
        int quote = i > from && text.charAt(i - 1) == '=' ? Quotes.length(text, i) : 0;
        if (quote == 0) {
            return i;
        }
        return Math.min(text.length(), Quotes.close(text, i, quote) + quote);
    }

    private static boolean isOfParameter(char c) {
        return isOfToken(c) || c == ';' || c == '@' || c == '&';
    }

    private static boolean hasEquals(CharSequence text, int from, int to) {
        for (int i = from; i < to && i < from + 64; i++) {
            if (text.charAt(i) == '=') {
                return i + 1 < to && text.charAt(i + 1) != '=';
            }
        }
        return false;
    }

    private static boolean isToken(CharSequence text, int from, int to, int least) {
        int digits = 0;
        boolean lower = false;
        boolean upperInside = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            digits += Chars.isDigit(c) ? 1 : 0;
            lower |= Chars.isLower(c);
            upperInside |= i > from && Chars.isUpper(c);
        }
        int length = to - from;
        return length >= least && (digits > 0 || (lower && upperInside && length >= SHORTEST_KEY));
    }

    /** Whether it can be nothing but base64, whatever is in it. */
    private static boolean isBase64(CharSequence text, int from, int to) {
        boolean digit = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            digit |= Chars.isDigit(c);
            if (!Vendor.Alphabet.BASE64.has(c) || c == '-' || c == '_') {
                return false;
            }
        }
        boolean mixed = Vendor.isMixed(text, from, to);
        return to - from >= SHORTEST_KEY && mixed && (digit || text.charAt(to - 1) == '=' || to - from >= 24);
    }

    /** Whether base64, whole or cut, holds a name, a colon and a password. */
    private static boolean isPair(CharSequence text, int from, int to) {
        int end = to;
        while (end > from && text.charAt(end - 1) == '=') {
            end--;
        }
        int length = Math.min(end - from, MAX_DECODED);
        if (length % 4 == 1) {
            length--;
        }
        if (length < SHORTEST_TOKEN - 2) {
            return false;
        }
        try {
            byte[] pair = Base64.getDecoder()
                    .decode(text.subSequence(from, from + length).toString());
            String decoded = new String(pair, StandardCharsets.ISO_8859_1);
            return decoded.indexOf(':') >= 0 && decoded.chars().allMatch(c -> c >= ' ' && c != 127);
        } catch (IllegalArgumentException e) { // not base64
            return false;
        }
    }
}
