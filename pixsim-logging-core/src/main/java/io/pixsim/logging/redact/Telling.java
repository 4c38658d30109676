package io.pixsim.logging.redact;

/** The words that a sentence may have between the name of a secret and the secret. */
final class Telling {

    private static final String[] CHANGED = {
        "changed from ", "changed to ", "set to ", "reset to ", "updated to ", "rotated to ", "updated from "
    };
    private static final String[] SETTING = {"set ", "change ", "changed ", "update ", "updated ", "reset ", "rotated "
    };
    private static final int MAX_TOLD = 64;

    private Telling() {}

    /** Where the value begins of a key behind which a blank ends; the place itself where no such words stand. */
    static int behind(CharSequence text, int keyFrom, int at) {
        boolean to = Chars.startsWith(text, at, "to ");
        boolean changed = to || Chars.startsWith(text, at, "from ");
        return changed && isSet(text, keyFrom) ? at + (to ? 3 : 5) : behindWords(text, at);
    }

    /** Behind {@code is}, {@code is:} and {@code was}, and the blanks that follow; the place itself where none stands. */
    static int verbEnd(CharSequence text, int at) {
        boolean is = Chars.startsWith(text, at, "is ") || Chars.startsWith(text, at, "is:");
        if (!is && !Chars.startsWith(text, at, "was ")) {
            return at;
        }
        int i = Chars.skipBlanks(text, at + (is ? 2 : 3), 2);
        return Chars.at(text, i) == ':' ? Chars.skipBlanks(text, i + 1, 2) : i;
    }

    /** {@code set api key to x}: what is done with the key stands before it. */
    private static boolean isSet(CharSequence text, int from) {
        for (int i = from - 1; i >= 0 && from - i < MAX_TOLD && text.charAt(i) != '\n'; i--) {
            for (String verb : SETTING) {
                if (Chars.startsWith(text, i, verb) && !Chars.isLetter(Chars.at(text, i - 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Behind {@code for anna is}, {@code changed to}, {@code changed from}. */
    private static int behindWords(CharSequence text, int from) {
        for (String words : CHANGED) {
            if (Chars.startsWith(text, from, words)) {
                return from + words.length();
            }
        }
        if (!Chars.startsWith(text, from, "for ") && !Chars.startsWith(text, from, "of ")) {
            return from;
        }
        int i = from;
        for (int words = 0; words < 4; words++) {
            while (i < from + MAX_TOLD
                    && i < text.length()
                    && !Chars.isBlank(text.charAt(i))
                    && text.charAt(i) != ':') {
                i++;
            }
            if (Chars.startsWith(text, i, ": ")) {
                return i + 2;
            }
            if (Chars.startsWith(text, i, " is ")) {
                return i + 4;
            }
            if (Chars.at(text, i) != ' ') {
                break;
            }
            i++;
        }
        return from;
    }
}
