package io.pixsim.logging.redact;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** JSON web tokens, whole or cut: other base64 that happens to be JSON is none. */
final class Jwt {

    private static final int MAX_HEADER = 240;

    private Jwt() {}

    /** Where the token that begins at a place ends; -1 when none does. */
    static int end(CharSequence text, int from) {
        if (!isStart(text, from)) {
            return -1;
        }
        int headerEnd = segmentEnd(text, from);
        int end = headerEnd;
        while (Chars.at(text, end) == '.' && isSegment(Chars.at(text, end + 1), Chars.at(text, end + 2))) {
            end = segmentEnd(text, end + 1);
        }
        boolean parts = end > headerEnd && isStart(text, headerEnd + 1);
        return parts || isHeader(text, from, headerEnd) ? end : -1;
    }

    private static boolean isStart(CharSequence text, int from) {
        return Chars.at(text, from) == 'e' && Chars.at(text, from + 1) == 'y' && Chars.at(text, from + 2) == 'J';
    }

    /** The second part of an encrypted token without a key is empty. */
    private static boolean isSegment(char next, char afterNext) {
        return Vendor.Alphabet.URL.has(next) || (next == '.' && Vendor.Alphabet.URL.has(afterNext));
    }

    private static int segmentEnd(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && Vendor.Alphabet.URL.has(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isHeader(CharSequence text, int from, int to) {
        int length = Math.min(to - from, MAX_HEADER) & ~3;
        if (length < 12) {
            return false;
        }
        try {
            byte[] json = Base64.getUrlDecoder()
                    .decode(text.subSequence(from, from + length).toString());
            String header = new String(json, StandardCharsets.ISO_8859_1);
            return header.contains("\"alg\"") || header.contains("\"typ\"") || header.contains("\"enc\"");
        } catch (IllegalArgumentException e) { // not base64 after all
            return false;
        }
    }
}
