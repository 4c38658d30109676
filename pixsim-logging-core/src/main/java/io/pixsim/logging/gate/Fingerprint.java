package io.pixsim.logging.gate;

/** 64 bits that stand for texts: equal for equal ones, and hardly ever for others. No text is kept to compare with. */
public final class Fingerprint {

    /** Where to begin. */
    public static final long START = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

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
