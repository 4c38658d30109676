package io.pixsim.logging.redact;

/** Lines of the files that PostgreSQL has passwords in: {@code host:5432:database:user:password}. */
final class PasswordFile {

    private static final String[] PORTS = {"543", "643", "*:"};
    private static final int LONGEST_PORT = 5;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST = 256;
    private static final int SHORTEST = 6;

    private PasswordFile() {}

    /** The password of a line whose host is given; {@link Range#NONE} where it is none. */
    static long password(CharSequence text, int from, int colon) {
        char before = Chars.at(text, from - 1);
        if ((before != 0 && !Chars.isBlank(before) && !Chars.isQuote(before))
                || !isPort(text, colon + 1)
                || isDigits(text, from, colon)) {
            return Range.NONE;
        }
        int database = part(text, colon + 1, LONGEST_PORT);
        int user = database < 0 ? -1 : part(text, database, LONGEST_NAME);
        int begin = user < 0 ? -1 : part(text, user, LONGEST_NAME);
        if (begin < 0) {
            return Range.NONE;
        }
        int end = begin;
        while (end < text.length() && end - begin < LONGEST && !isEnd(text.charAt(end))) {
            end++;
        }
        boolean secret = end - begin >= SHORTEST
                && Judge.hasDigit(text, begin, end)
                && !Judge.isNumber(text, begin, end)
                && !Judge.isPlaceholder(text, begin, end);
        return secret ? Range.of(begin, end) : Range.NONE;
    }

    private static boolean isDigits(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Chars.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPort(CharSequence text, int from) {
        for (String port : PORTS) {
            if (Chars.startsWith(text, from, port)) {
                return true;
            }
        }
        return false;
    }

    /** Behind the colon that ends a part; -1 where none does, or nothing stands before it. */
    private static int part(CharSequence text, int from, int most) {
        int i = from;
        while (i < text.length() && i - from < most && text.charAt(i) != ':' && !isEnd(text.charAt(i))) {
            i++;
        }
        return i > from && Chars.at(text, i) == ':' ? i + 1 : -1;
    }

    private static boolean isEnd(char c) {
        return Chars.isBlank(c) || Chars.isQuote(c);
    }
}
