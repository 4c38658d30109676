package io.pixsim.logging.encode;

import org.jspecify.annotations.Nullable;

/**
 * Texts that were looked at and hold no secret: most programs say the same again and again. Bounded; one gives way to
 * another that falls on its place. For one thread.
 */
final class CleanTexts {

    private static final int PLACES = 256;
    private static final int LONGEST = 256;

    private final @Nullable String[] texts = new String[PLACES];

    boolean has(String text) {
        return text.equals(texts[place(text)]);
    }

    void add(String text) {
        if (text.length() <= LONGEST) {
            texts[place(text)] = text;
        }
    }

    private static int place(String text) {
        int hash = sample(0, text);
        return (hash ^ (hash >>> 8)) & (PLACES - 1);
    }

    /** A hash of a few characters: to hash a whole text that is new would take longer than to look at it. */
    static int sample(int seed, String text) {
        int length = text.length();
        int hash = 31 * seed + length;
        if (length > 0) {
            hash = 31 * hash + text.charAt(0);
            hash = 31 * hash + text.charAt(length / 2);
            hash = 31 * hash + text.charAt(length - 1);
        }
        return hash;
    }
}
