package io.pixsim.logging.redact;

/** Values below their key: block scalars, lists and maps of YAML, told by their indent, and lines that go on. */
final class Blocks {

    private static final int MAX_HEADER = 8;
    private static final int MAX_INDENT = 64;
    private static final int MAX_LINE = 4096;

    private Blocks() {}

    /**
     * What stands below a key that ends its line.
     *
     * @param behind the place behind the key's sign
     * @return {@link Range#NONE} when nothing does that is a secret
     */
    static long find(CharSequence text, int keyFrom, int behind, int level) {
        int indent = indent(text, keyFrom);
        int header = behind;
        boolean scalar = false;
        while (header < behind + MAX_HEADER && " |>-+123456789\r".indexOf(Chars.at(text, header)) >= 0) {
            scalar |= text.charAt(header) == '|' || text.charAt(header) == '>';
            header++;
        }
        if (indent < 0 || Chars.at(text, header) != '\n') {
            return Range.NONE;
        }
        int first = content(text, header + 1);
        if (first < 0 || !belongs(text, header + 1, first, indent)) {
            return Range.NONE;
        }
        return scalar || isSecret(text, first, lineEnd(text, first), level)
                ? Range.of(first, end(text, header + 1, indent))
                : Range.NONE;
    }

    /** The value on the lines behind a backslash, as properties have it. */
    static long continued(CharSequence text, int backslash) {
        int next = Chars.at(text, backslash + 1) == '\r' ? backslash + 2 : backslash + 1;
        if (Chars.at(text, backslash) != '\\' || Chars.at(text, next) != '\n') {
            return Range.NONE;
        }
        int from = Chars.skipBlanks(text, next + 1, MAX_INDENT);
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n') {
            end++;
            if (Chars.at(text, end) == '\n' && Chars.at(text, end - 1) == '\\') {
                end++;
            }
        }
        return end > from ? Range.of(from, end) : Range.NONE;
    }

    /** How far a key is indented that begins its line; -1 when it does not. */
    private static int indent(CharSequence text, int keyFrom) {
        int i = keyFrom;
        while (i > 0 && keyFrom - i < MAX_INDENT && text.charAt(i - 1) != '\n') {
            char c = text.charAt(--i);
            if (c != ' ' && c != '-' && c != '"' && c != '\'') {
                return -1;
            }
        }
        int end = i;
        while (Chars.at(text, end) == ' ') {
            end++;
        }
        return i == 0 || text.charAt(i - 1) == '\n' ? end - i : -1;
    }

    /** Where the text of the first line begins that is not empty; -1 when there is none. */
    private static int content(CharSequence text, int line) {
        int i = line;
        while (i < text.length() && i - line < MAX_INDENT && Chars.isBlank(text.charAt(i))) {
            i++;
        }
        return i < text.length() && !Chars.isBlank(text.charAt(i)) ? i : -1;
    }

    private static boolean belongs(CharSequence text, int line, int content, int indent) {
        int start = content;
        while (start > line && text.charAt(start - 1) != '\n') {
            start--;
        }
        boolean item = text.charAt(content) == '-' && Chars.at(text, content + 1) == ' ';
        return content - start > indent || (item && content - start == indent);
    }

    /** Behind the last line that is further indented, or an item. */
    private static int end(CharSequence text, int from, int indent) {
        int end = from;
        int line = from;
        while (line < text.length()) {
            int next = lineEnd(text, line);
            int content = line;
            while (content < next && Chars.isBlank(text.charAt(content))) {
                content++;
            }
            if (content < next) {
                if (!belongs(text, line, content, indent)) {
                    break;
                }
                end = next;
            }
            line = next + 1;
        }
        while (end > from && Chars.isBlank(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static int lineEnd(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\n') {
            i++;
        }
        return i;
    }

    /** Told by the first line: neither names of secrets, nor a sentence, nor a stand-in. */
    private static boolean isSecret(CharSequence text, int content, int lineEnd, int level) {
        boolean item = text.charAt(content) == '-';
        int from = item ? Chars.skipBlanks(text, content + 1, MAX_INDENT) : content;
        int to = Math.min(lineEnd, from + MAX_LINE);
        while (to > from && Chars.isBlank(text.charAt(to - 1))) {
            to--;
        }
        if (to <= from || Judge.isTelling(text, from, true, false) || Judge.isPlaceholder(text, from, to)) {
            return false;
        }
        if (level == KeyRules.PLURAL) {
            return Judge.looksRandom(text, from, to);
        }
        int colon = from;
        while (colon < to && text.charAt(colon) != ':' && !Chars.isBlank(text.charAt(colon))) {
            colon++;
        }
        if (Chars.at(text, colon) == ':' && colon < to) {
            return colon + 1 < to && Chars.isBlank(text.charAt(colon + 1));
        }
        return colon == to && !(item && isNames(text, from, to));
    }

    private static boolean isNames(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Chars.isLower(c) && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }
}
