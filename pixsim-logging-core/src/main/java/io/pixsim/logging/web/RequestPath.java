package io.pixsim.logging.web;

/** What of a path is written: neither query nor fragment nor parameters of segments, where sessions and tokens stand. */
final class RequestPath {

    private RequestPath() {}

    static String of(String asked) {
        int end = first(asked, '?', first(asked, '#', asked.length()));
        int semicolon = first(asked, ';', end);
        if (semicolon == end) {
            return end == asked.length() ? asked : asked.substring(0, end);
        }
        StringBuilder path = new StringBuilder(end);
        for (int from = 0; from < end; ) {
            int stop = Math.min(first(asked, ';', from, end), end);
            path.append(asked, from, stop);
            from = first(asked, '/', stop, end);
        }
        return path.toString();
    }

    private static int first(String text, char c, int end) {
        return first(text, c, 0, end);
    }

    private static int first(String text, char c, int from, int end) {
        int at = text.indexOf(c, from);
        return at < 0 || at > end ? end : at;
    }
}
