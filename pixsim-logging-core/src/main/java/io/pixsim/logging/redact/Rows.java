package io.pixsim.logging.redact;

/** Lines of columns: tables drawn with bars, and files of cookies. */
final class Rows {

    private static final int MAX_BLANKS = 64;
    private static final int MAX_CELL = 512;
    /** Behind other text bars may part the programs of a pipe. */
    private static final int LONG = 16;

    private Rows() {}

    /** The cell behind that of a key, in {@code | api_key | x |}; {@link Range#NONE} where there is none. */
    static long cell(CharSequence text, int from, int to) {
        int before = from - 1;
        while (before > 0 && from - before < MAX_BLANKS && isOfCell(text.charAt(before))) {
            before--;
        }
        int bar = skip(text, to);
        if (!isBar(Chars.at(text, before)) || !isBar(Chars.at(text, bar))) {
            return Range.NONE;
        }
        int begin = skip(text, bar + 1);
        int end = begin;
        while (end < text.length() && end - begin < MAX_CELL && !isBar(text.charAt(end)) && text.charAt(end) != '\n') {
            end++;
        }
        boolean closed = isBar(Chars.at(text, end));
        while (end > begin && isOfCell(text.charAt(end - 1))) {
            end--;
        }
        boolean told = beginsLine(text, before) || end - begin >= LONG;
        return closed && told && Judge.looksRandom(text, begin, end) ? Range.of(begin, end) : Range.NONE;
    }

    /** The value of a cookie, in the line of a jar: host, flag, path, flag, time, name, value, parted by tabs. */
    static long cookie(CharSequence text, int from, int to) {
        if (!isFlag(text, from, to) || Chars.at(text, from - 1) != '\t') {
            return Range.NONE;
        }
        int time = to + 1;
        int name = time;
        while (Chars.isDigit(Chars.at(text, name)) && name - time < MAX_BLANKS) {
            name++;
        }
        if (name == time || Chars.at(text, name) != '\t') {
            return Range.NONE;
        }
        int value = name + 1;
        while (value < text.length() && value - name < MAX_CELL && text.charAt(value) > ' ') {
            value++;
        }
        int end = value + 1;
        while (Chars.at(text, value) == '\t' && end < text.length() && text.charAt(end) > ' ') {
            end++;
        }
        return end > value + 1 ? Range.of(value + 1, end) : Range.NONE;
    }

    private static boolean isFlag(CharSequence text, int from, int to) {
        return Chars.is(text, from, to, "true") || Chars.is(text, from, to, "false");
    }

    private static int skip(CharSequence text, int from) {
        int i = from;
        while (i < from + MAX_BLANKS && i < text.length() && isOfCell(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isOfCell(char c) {
        return c == ' ' || c == '\t' || c == '`' || c == '*' || c == '"';
    }

    private static boolean isBar(char c) {
        return c == '|' || c == '\u2502' || c == '\u2503' || c == '\u2551';
    }

    private static boolean beginsLine(CharSequence text, int bar) {
        int i = bar - 1;
        while (i >= 0 && bar - i < MAX_BLANKS && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i--;
        }
        return i < 0 || text.charAt(i) == '\n';
    }
}
