package io.pixsim.logging.redact;

/**
 * Tables whose first line names the columns, one of them after a secret: CSV, columns between bars or tabs, and columns
 * that stand below each other.
 */
final class Columns {

    private static final int MAX_HEADER = 512;
    private static final int MAX_CELL = 512;
    private static final int LONGEST_NAME = 40;
    private static final int SHORTEST = 4;
    /** Stands for columns that only their place tells. */
    private static final char PLACE = ' ';

    private static final String DELIMITERS = "|\t;,";
    private static final String NO_HEADER = ":={}<>?!()";

    private Columns() {}

    /** Whether a key names a column: cheap where no delimiter follows. */
    static boolean isHead(CharSequence text, int from, int to) {
        char next = Chars.at(text, to);
        char beyond = Chars.at(text, to + 1);
        boolean delimited = DELIMITERS.indexOf(next) >= 0 || next == '\n' || next == '\r' || Chars.isQuote(next);
        boolean spaced = next == ' ' && (beyond == ' ' || beyond == '|' || beyond == '\n');
        return (delimited || spaced) && delimiter(text, from, to) != 0;
    }

    /** Notes each cell below a key that {@link #isHead} that looks like a secret. */
    static void find(CharSequence text, int from, int to, boolean firm, Spans spans) {
        char delimiter = delimiter(text, from, to);
        int start = lineStart(text, from);
        int column = count(text, start, from, delimiter);
        int columns = count(text, start, lineEnd(text, to), delimiter);
        int line = lineEnd(text, to) + 1;
        while (line < text.length()) {
            int end = lineEnd(text, line);
            if (!isRule(text, line, end)) {
                if (end == line || (delimiter != PLACE && count(text, line, end, delimiter) != columns)) {
                    return;
                }
                long cell = delimiter == PLACE
                        ? below(text, line, end, from - start, to - start)
                        : cell(text, line, end, delimiter, column);
                if (cell != Range.NONE
                        && isSecret(text, Range.from(cell), Range.to(cell), firm && delimiter != PLACE)) {
                    spans.add(cell, Rule.KEY);
                }
            }
            line = end + 1;
        }
    }

    /** What parts the columns of the line a key is in; 0 where it is not the first of a table. */
    private static char delimiter(CharSequence text, int from, int to) {
        int start = lineStart(text, from);
        int end = lineEnd(text, to, Math.min(text.length(), to + MAX_HEADER));
        if (start < 0 || end + 1 >= text.length() || text.charAt(end) != '\n') {
            return 0;
        }
        char delimiter = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (NO_HEADER.indexOf(c) >= 0) {
                return 0;
            }
            int rank = DELIMITERS.indexOf(c);
            delimiter = rank >= 0 && (delimiter <= PLACE || rank < DELIMITERS.indexOf(delimiter)) ? c : delimiter;
            delimiter = delimiter == 0 && c == ' ' && Chars.at(text, i + 1) == ' ' && i > start ? PLACE : delimiter;
        }
        boolean first =
                delimiter != 0 && isCell(text, start, end, from, to, delimiter) && !isRow(text, start, delimiter);
        return first ? delimiter : 0;
    }

    /** Whether the key is all of its cell, and the other names are as short. */
    private static boolean isCell(CharSequence text, int start, int end, int from, int to, char delimiter) {
        int begin = from;
        while (begin > start && !isDelimiter(text, begin - 1, delimiter)) {
            begin--;
        }
        int close = to;
        while (close < end && text.charAt(close) != delimiter && isAround(text.charAt(close))) {
            close++;
        }
        boolean whole = close == end || isDelimiter(text, Math.min(close, end - 1), delimiter) || delimiter == PLACE;
        if (!whole || from - begin > LONGEST_NAME) {
            return false;
        }
        int length = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            length = isDelimiter(text, i, delimiter) ? 0 : length + 1;
            boolean inner = c == ' ' && length > 1 && Chars.at(text, i + 1) != ' ' && i + 1 < end;
            boolean sentence = inner && (delimiter == ',' || delimiter == ';');
            if (length > LONGEST_NAME || sentence) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDelimiter(CharSequence text, int i, char delimiter) {
        char c = text.charAt(i);
        return delimiter == PLACE
                ? c == ' ' && (Chars.at(text, i + 1) == ' ' || Chars.at(text, i - 1) == ' ')
                : c == delimiter;
    }

    /** Whether the line before is of the same table, and no rule above it. */
    private static boolean isRow(CharSequence text, int start, char delimiter) {
        int end = start - 1;
        int before = end < 1 ? -1 : lineStart(text, end - 1);
        if (before < 0 || isRule(text, before, end)) {
            return end > MAX_HEADER && before < 0;
        }
        if (delimiter == PLACE) {
            for (int i = before + 1; i < end - 1; i++) {
                if (isDelimiter(text, i, delimiter)) {
                    return true;
                }
            }
            return false;
        }
        return count(text, before, end, delimiter) > 0;
    }

    /** Dashes and what crosses them, between the header and the rows. */
    private static boolean isRule(CharSequence text, int from, int to) {
        boolean dash = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            dash |= c == '-' || c == '=' || c == '\u2500';
            if (" -+|:=\t\r\u2500\u253C".indexOf(c) < 0) {
                return false;
            }
        }
        return dash;
    }

    private static long cell(CharSequence text, int line, int end, char delimiter, int column) {
        int from = line;
        boolean quoted = false;
        for (int i = line, at = 0; i < end && at < column; i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == delimiter && !quoted) {
                at++;
                from = i + 1;
            }
        }
        int to = from;
        quoted = false;
        while (to < end && (quoted || text.charAt(to) != delimiter)) {
            quoted ^= text.charAt(to++) == '"';
        }
        while (to > from && isAround(text.charAt(to - 1))) {
            to--;
        }
        while (from < to && isAround(text.charAt(from))) {
            from++;
        }
        return to > from && to - from <= MAX_CELL ? Range.of(from, to) : Range.NONE;
    }

    /** The word that begins below the first letter of the name, or ends below its last one. */
    private static long below(CharSequence text, int line, int end, int from, int to) {
        int at = line + from;
        if (at >= end || Chars.isBlank(text.charAt(at))) {
            at = line + to - 1;
        }
        if (at >= end || Chars.isBlank(text.charAt(at))) {
            return Range.NONE;
        }
        int begin = at;
        while (begin > line && at - begin < MAX_CELL && !Chars.isBlank(text.charAt(begin - 1))) {
            begin--;
        }
        int close = at;
        while (close < end && close - at < MAX_CELL && !Chars.isBlank(text.charAt(close))) {
            close++;
        }
        return begin == line + from || close == line + to ? Range.of(begin, close) : Range.NONE;
    }

    private static boolean isSecret(CharSequence text, int from, int to, boolean firm) {
        if (Judge.isPlaceholder(text, from, to) || Extent.hasBlank(text, from, to)) {
            return false;
        }
        return Judge.looksRandom(text, from, to) || (firm && to - from >= SHORTEST && isMixed(text, from, to));
    }

    /** More than one kind of characters: no word. */
    private static boolean isMixed(CharSequence text, int from, int to) {
        boolean letter = false;
        boolean other = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            letter |= Chars.isLetter(c);
            other |= !Chars.isLetter(c) && c != '-' && c != '_' && c != '.';
        }
        return letter && other;
    }

    private static boolean isAround(char c) {
        return Chars.isBlank(c) || c == '"' || c == '`' || c == '\'';
    }

    private static int count(CharSequence text, int from, int to, char delimiter) {
        int count = 0;
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            count += c == delimiter && !quoted ? 1 : 0;
        }
        return count;
    }

    /** Where the line begins; -1 when that is too far. */
    private static int lineStart(CharSequence text, int from) {
        int i = from;
        while (i > 0 && text.charAt(i - 1) != '\n') {
            if (from - i > MAX_HEADER) {
                return -1;
            }
            i--;
        }
        return i;
    }

    private static int lineEnd(CharSequence text, int from) {
        return lineEnd(text, from, text.length());
    }

    private static int lineEnd(CharSequence text, int from, int limit) {
        int i = from;
        while (i < limit && text.charAt(i) != '\n') {
            i++;
        }
        return i;
    }
}
