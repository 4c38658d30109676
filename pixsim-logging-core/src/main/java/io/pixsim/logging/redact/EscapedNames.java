package io.pixsim.logging.redact;

/** Names of JSON with letters told by their numbers, as JSON escapes any character. */
final class EscapedNames {

    private static final int CODE = 5;
    private static final int LONGEST = 160;
    private static final int HEX = 16;

    private EscapedNames() {}

    /** Whether a run begins with such a letter: quotes and the signs of queries end a name, and belong to none. */
    static boolean isRun(CharSequence text, int from, int to) {
        return Chars.at(text, from - 1) == '\\'
                && Chars.at(text, from) == 'u'
                && to - from >= CODE
                && Chars.at(text, from + 1) == '0'
                && Chars.at(text, from + 2) == '0'
                && letter(text, from) > 0
                && Chars.isInRun(letter(text, from));
    }

    /** Where the name begins whose end a run is: behind its quote; -1 where there is none. */
    static int from(CharSequence text, int from) {
        int i = from;
        while (i > 0 && from - i < LONGEST && (Chars.isInRun(text.charAt(i - 1)) || text.charAt(i - 1) == '\\')) {
            i--;
        }
        return Chars.isQuote(Chars.at(text, i - 1)) ? i : -1;
    }

    /** The name as it is meant. */
    static String decode(CharSequence text, int from, int to) {
        StringBuilder name = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                continue;
            }
            char letter = c == 'u' && Chars.at(text, i - 1) == '\\' && i + CODE <= to ? letter(text, i) : 0;
            name.append(letter > 0 ? letter : c);
            i += letter > 0 ? CODE - 1 : 0;
        }
        return name.toString();
    }

    private static char letter(CharSequence text, int u) {
        int code = 0;
        for (int i = u + 1; i < u + CODE; i++) {
            if (!Chars.isHex(Chars.at(text, i))) {
                return 0;
            }
            code = code * HEX + Character.digit(text.charAt(i), HEX);
        }
        return (char) code;
    }
}
