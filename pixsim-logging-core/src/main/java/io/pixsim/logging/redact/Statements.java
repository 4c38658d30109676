package io.pixsim.logging.redact;

/** Passwords in statements of SQL: {@code IDENTIFIED BY 'x'}, {@code WITH PASSWORD 'x'}. */
final class Statements {

    private static final int MAX_LOOK = 48;

    private Statements() {}

    /** The password that a word of a statement brings; {@link Range#NONE} where none does. */
    static long password(CharSequence text, int from, int to) {
        int i = -1;
        if (Chars.is(text, from, to, "identified")) {
            i = identified(text, to);
        } else if (Chars.is(text, from, to, "password") && isStatement(text, from)) {
            i = Chars.skipBlanks(text, to, 4);
            i = Chars.at(text, i) == '=' ? Chars.skipBlanks(text, i + 1, 4) : i;
        }
        int quote = i > to ? Quotes.length(text, i) : 0;
        if (quote == 0) {
            return Range.NONE;
        }
        int end = Quotes.close(text, i, quote, Math.min(text.length(), i + 512));
        return end > i + quote && !Judge.isPlaceholder(text, i + quote, end) ? Range.of(i + quote, end) : Range.NONE;
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

    private static boolean isStatement(CharSequence text, int from) {
        return Chars.startsWith(text, from - 5, "with ")
                || Chars.startsWith(text, from - 10, "encrypted ")
                || Chars.startsWith(text, from - 4, "set ")
                || Chars.startsWith(text, from - 6, "login ");
    }
}
