package io.pixsim.logging.redact;

/** Keys of live streams: the last part of where they are sent to, {@code rtmp://host/app/key}. */
final class StreamKeys {

    private static final String[] HOSTS = {
        "youtube.com", "twitch.tv", "facebook.com", "live-video.net", "mux.com", "vimeo.com", "tiktokcdn.com"
    };
    private static final int MAX_PATH = 256;
    private static final int MAX_ESCAPES = 8;
    private static final int SHORTEST = 8;
    private static final int RANDOM = 16;
    private static final int GROUP = 4;
    private static final int MIN_GROUPS = 4;

    private StreamKeys() {}

    /** The key of a URL whose authority begins at a place; {@link Range#NONE} where it has none. */
    static long find(CharSequence text, int authority) {
        if (!isLive(text, authority)) {
            return Range.NONE;
        }
        int slashes = 0;
        int host = authority;
        int from = authority;
        int i = authority;
        for (; i < text.length() && i - authority < MAX_PATH && isOfPath(text.charAt(i)); i++) {
            if (text.charAt(i) == '/') {
                host = slashes == 0 ? i : host;
                slashes++;
                from = i + 1;
            }
        }
        boolean key = slashes > 1
                && i - from >= SHORTEST
                && Judge.hasDigit(text, from, i)
                && (isKnown(text, authority, host) || isRandom(text, from, i) || isGrouped(text, from, i));
        return key ? Range.of(from, i) : Range.NONE;
    }

    private static boolean isLive(CharSequence text, int authority) {
        int colon = authority - 1;
        while (authority - colon < MAX_ESCAPES && (Chars.at(text, colon) == '/' || Chars.at(text, colon) == '\\')) {
            colon--;
        }
        return Chars.startsWith(text, colon - 4, "rtmp:") || Chars.startsWith(text, colon - 5, "rtmps:");
    }

    private static boolean isKnown(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            for (String host : HOSTS) {
                if (Chars.startsWith(text, i, host)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Letters and digits, mixed, as many in a row as no word has. */
    private static boolean isRandom(CharSequence text, int from, int to) {
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || !Vendor.Alphabet.ALPHANUMERIC.has(text.charAt(i))) {
                if (i - start >= RANDOM && Judge.looksRandom(text, start, i)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    /** {@code abcd-1234-efgh-5678}. */
    private static boolean isGrouped(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean dash = (i - from) % (GROUP + 1) == GROUP;
            if (dash != (text.charAt(i) == '-')) {
                return false;
            }
        }
        return (to - from + 1) % (GROUP + 1) == 0 && (to - from + 1) / (GROUP + 1) >= MIN_GROUPS;
    }

    private static boolean isOfPath(char c) {
        return Vendor.Alphabet.DOTTED.has(c) || c == '/' || c == '\\' || c == ':';
    }
}
