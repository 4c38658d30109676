package io.pixsim.logging.gate;

import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/** 64 bits that stand for texts: equal for equal ones, and hardly ever for others. No text is kept to compare with. */
public final class Fingerprint {

    /** Where to begin. */
    public static final long START = 0xcbf29ce484222325L;

    private static final int LONGEST_PATTERN = 256;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    /** The pattern of a message; of a long one, which the program has put together of whatever it had, what stands for it. */
    static String remembered(@Nullable String pattern) {
        if (pattern == null || pattern.length() <= LONGEST_PATTERN) {
            return pattern == null ? "" : pattern;
        }
        return "(" + pattern.length() + " characters, " + HexFormat.of().toHexDigits(add(START, pattern)) + ")";
    }

    /**
     * Goes on with a text.
     *
     * @param before the texts before it
     * @param text the text
     * @return never 0
     */
    public static long add(long before, String text) {
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return add(hash, text.length());
    }

    /**
     * Goes on with a number.
     *
     * @param before what came before it
     * @param number the number
     * @return never 0
     */
    public static long add(long before, long number) {
        long hash = (before ^ number) * PRIME;
        hash ^= hash >>> 32;
        return hash == 0 ? PRIME : hash;
    }
}
