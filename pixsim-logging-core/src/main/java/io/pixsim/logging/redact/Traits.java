package io.pixsim.logging.redact;

/** What the name of a key says of its values. */
final class Traits {

    private static final int MAX_NAME = 24;
    private static final String[] FIRM = {"pass", "pwd", "cvv", "cvc", "otp", "pin"};

    private Traits() {}

    /** Whether values may be ordinary words, or short numbers. */
    static boolean isFirm(CharSequence text, int from, int to) {
        for (int i = Math.max(from, to - MAX_NAME); i < to; i++) {
            for (String name : FIRM) {
                if (Chars.startsWith(text, i, name)) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean isCookie(CharSequence text, int from, int to) {
        return to - from >= 6
                && (Chars.startsWith(text, to - 6, "cookie") || Chars.startsWith(text, to - 7, "cookies"));
    }

    /** Whether values are words with blanks between them. */
    static boolean isPhrase(CharSequence text, int to) {
        return Chars.startsWith(text, to - 6, "phrase") || Chars.startsWith(text, to - 8, "mnemonic");
    }
}
