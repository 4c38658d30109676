package io.pixsim.logging.redact;

/** Secrets of Kubernetes, in YAML and JSON: what stands below their data, whatever it is called. */
final class Manifests {

    private static final int MAX_LOOK = 4096;
    private static final int MAX_DATA = 4;
    private static final String[] DATA = {"data", "stringdata"};

    private Manifests() {}

    /** Whether a run is the kind of such a manifest. */
    static boolean isKind(CharSequence text, int from, int to) {
        if (!Chars.is(text, from, to, "secret")) {
            return false;
        }
        int i = from - 1;
        while (i > from - 8
                && (Chars.isQuote(Chars.at(text, i)) || Chars.at(text, i) == ' ' || Chars.at(text, i) == ':')) {
            i--;
        }
        return Chars.startsWith(text, i - 3, "kind") && !Vendor.Alphabet.URL.has(Chars.at(text, i - 4));
    }

    /** Notes the values of the data, before or behind the kind. */
    static void find(CharSequence text, int kind, Spans spans) {
        int end = Math.min(text.length(), kind + MAX_LOOK);
        int found = 0;
        for (int i = Math.max(0, kind - MAX_LOOK); i < end && found < MAX_DATA; i++) {
            for (String data : DATA) {
                if (Chars.startsWith(text, i, data) && !Vendor.Alphabet.URL.has(Chars.at(text, i - 1))) {
                    found++;
                    values(text, i, i + data.length(), spans);
                }
            }
        }
    }

    private static void values(CharSequence text, int name, int nameEnd, Spans spans) {
        int sign = nameEnd + Quotes.length(text, nameEnd);
        int begin = Chars.skipBlanks(text, sign + 1, 4);
        if (Chars.at(text, sign) != ':') {
            return;
        }
        if (Chars.at(text, begin) == '{' && Chars.at(text, begin + 1) != '}') {
            spans.add(begin, Extent.ofBrackets(text, begin), Rule.KEY.label());
            return;
        }
        boolean alone = Chars.at(text, sign + 1) == '\n' || Chars.at(text, sign + 1) == '\r';
        int start = lineStart(text, name);
        int line = lineEnd(text, sign) + 1;
        while (alone && line < text.length() && indent(text, line) > name - start) {
            int end = lineEnd(text, line);
            int colon = line;
            while (colon < end && text.charAt(colon) != ':') {
                colon++;
            }
            int from = Chars.skipBlanks(text, Math.min(end, colon + 1), 4);
            int to = end;
            if (from < end && (text.charAt(from) == '|' || text.charAt(from) == '>')) {
                from = end;
                to = blockEnd(text, end + 1, indent(text, line));
            }
            if (from < to && !Judge.isPlaceholder(text, from, to)) {
                spans.add(from, to, Rule.KEY.label());
            }
            line = Math.max(end, to) + 1;
        }
    }

    private static int blockEnd(CharSequence text, int from, int indent) {
        int line = from;
        while (line < text.length() && indent(text, line) > indent) {
            line = lineEnd(text, line) + 1;
        }
        return Math.max(from - 1, line - 1);
    }

    private static int indent(CharSequence text, int line) {
        int i = line;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i - line;
    }

    private static int lineStart(CharSequence text, int from) {
        int i = from;
        while (i > 0 && from - i < 64 && text.charAt(i - 1) != '\n') {
            i--;
        }
        return i;
    }

    private static int lineEnd(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\n') {
            i++;
        }
        return i;
    }
}
