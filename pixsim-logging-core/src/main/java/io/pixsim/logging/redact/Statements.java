package io.pixsim.logging.redact;

/** Passwords in statements of SQL: {@code IDENTIFIED BY 'x'}, {@code WITH PASSWORD 'x'}. */
final class Statements {

    private static final int MAX_LOOK = 48;
    private static final int MAX_WORD = 512;
    private static final int LONG = 16;
    private static final int MAX_COLUMNS = 256;
    private static final int MAX_VALUES = 1024;

    private Statements() {}

    /** The password that a word of a statement brings; {@link Range#NONE} where none does. */
    static long password(CharSequence text, int from, int to) {
        int i = -1;
        if (Chars.is(text, from, to, "auth")) {
            return login(text, from, to);
        }
        if (Chars.is(text, from, to, "pass")) {
            return command(text, from, to);
        }
        if (Chars.is(text, from, to, "identified")) {
            i = identified(text, to);
        } else if (Chars.is(text, from, to, "password") && isStatement(text, from)) {
            i = behindUser(text, Chars.skipBlanks(text, to, 4));
            i = Chars.at(text, i) == '=' ? Chars.skipBlanks(text, i + 1, 4) : i;
        }
        int quote = i > to ? Quotes.length(text, i) : 0;
        if (quote == 0) {
            return Range.NONE;
        }
        int end = Quotes.close(text, i, quote, Math.min(text.length(), i + 512));
        return end > i + quote && !Judge.isPlaceholder(text, i + quote, end) ? Range.of(i + quote, end) : Range.NONE;
    }

    /** Of Redis {@code AUTH x} and {@code AUTH user x}, of mail {@code AUTH PLAIN x}: upper case, and a long random word. */
    private static long login(CharSequence text, int from, int to) {
        if (!Chars.isUpper(text.charAt(from)) || !Chars.isUpper(text.charAt(to - 1))) {
            return Range.NONE;
        }
        int begin = Chars.skipBlanks(text, to, 1);
        for (int words = 0; words < 2; words++) {
            long word = CommandLine.token(text, begin, MAX_WORD);
            int length = Range.to(word) - Range.from(word);
            if (length >= LONG && Judge.isToken(text, Range.from(word), Range.to(word))) {
                return word;
            }
            if (Chars.at(text, Range.to(word)) != ' ') {
                return Range.NONE;
            }
            begin = Range.to(word) + 1;
        }
        return Range.NONE;
    }

    /** Of {@code > PASS x}, as clients of FTP and mail write what they send: the last word of its line. */
    private static long command(CharSequence text, int from, int to) {
        boolean sent = Chars.startsWith(text, from - 2, "> ") || Chars.startsWith(text, from - 3, "c: ");
        int begin = to + 1;
        int end = sent ? Chars.wordEnd(text, begin, MAX_WORD) : begin;
        char next = Chars.at(text, end);
        boolean secret = Chars.isUpper(text.charAt(from))
                && Chars.isUpper(text.charAt(to - 1))
                && end > begin
                && (next == 0 || next == '\n' || next == '\r')
                && !Judge.isPlaceholder(text, begin, end);
        return secret ? Range.of(begin, end) : Range.NONE;
    }

    /** Behind {@code FOR user}; the place itself where that does not stand. */
    private static int behindUser(CharSequence text, int at) {
        int i = at;
        while (Chars.startsWith(text, at, "for ")
                && i - at < MAX_LOOK
                && Chars.at(text, i) != '='
                && i < text.length()) {
            i++;
        }
        return Chars.at(text, i) == '=' ? i : at;
    }

    /** Behind {@code BY}, or {@code WITH plugin BY}, and {@code PASSWORD} where it follows. */
    private static int identified(CharSequence text, int to) {
        for (int i = to; i < to + MAX_LOOK && i < text.length(); i++) {
            if (Chars.startsWith(text, i, " by ") || Chars.startsWith(text, i, " as ")) {
                int value = Chars.skipBlanks(text, i + 4, 4);
                boolean password = Chars.startsWith(text, value, "password ");
                return password ? Chars.skipBlanks(text, value + 9, 4) : value;
            }
        }
        return -1;
    }

    /** The value of a column named in {@code INSERT INTO t (a, password) VALUES ('x', 'y')}. */
    static long inserted(CharSequence text, int from, int to) {
        int close = to + Quotes.length(text, to);
        if (Chars.at(text, close) != ',' && Chars.at(text, close) != ')') {
            return Range.NONE;
        }
        int column = 0;
        int open = from - 1;
        while (open >= 0 && from - open < MAX_COLUMNS && text.charAt(open) != '(') {
            column += text.charAt(open) == ',' ? 1 : 0;
            open--;
        }
        while (close < text.length() && close - to < MAX_COLUMNS && text.charAt(close) != ')') {
            close++;
        }
        int i = Chars.skipBlanks(text, close + 1, 4);
        if (Chars.at(text, open) != '(' || !Chars.startsWith(text, i, "values")) {
            return Range.NONE;
        }
        i = Chars.skipBlanks(text, i + "values".length(), 4);
        return Chars.at(text, i) == '(' ? value(text, i + 1, column) : Range.NONE;
    }

    /** One of values parted by commas, when it is quoted. */
    private static long value(CharSequence text, int from, int column) {
        int limit = Math.min(text.length(), from + MAX_VALUES);
        int i = Chars.skipBlanks(text, from, 4);
        for (int at = 0; i < limit; at++) {
            int quote = Quotes.length(text, i);
            int end = quote > 0 ? Quotes.close(text, i, quote, limit) : i;
            if (at == column) {
                boolean secret = quote > 0 && end > i + quote && !Judge.isPlaceholder(text, i + quote, end);
                return secret ? Range.of(i + quote, end) : Range.NONE;
            }
            while (end < limit && text.charAt(end) != ',' && text.charAt(end) != ')') {
                end++;
            }
            if (Chars.at(text, end) != ',') {
                return Range.NONE;
            }
            i = Chars.skipBlanks(text, end + 1, 4);
        }
        return Range.NONE;
    }

    private static boolean isStatement(CharSequence text, int from) {
        return Chars.startsWith(text, from - 5, "with ")
                || Chars.startsWith(text, from - 10, "encrypted ")
                || Chars.startsWith(text, from - 4, "set ")
                || Chars.startsWith(text, from - 6, "login ");
    }
}
