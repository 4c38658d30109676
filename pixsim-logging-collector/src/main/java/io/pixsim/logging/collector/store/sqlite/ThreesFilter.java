package io.pixsim.logging.collector.store.sqlite;

import java.util.Arrays;

/**
 * Which threes of characters occur in texts, a bit for each: one that is not set tells that none of them is there. Characters that
 * LIKE takes for the same are one: ASCII letters in any case. Used by one thread.
 */
final class ThreesFilter {

    private static final int LENGTH = 3;

    /** Bits of an index, of which a character has its own and each one before it those that are so many higher. */
    private static final int INDEX_BITS = 18;

    private static final int STEP = 6;
    private static final int MASK = (1 << INDEX_BITS) - 1;

    /** Bits of the smallest filter, as a power of two. */
    private static final int MIN_BITS = 9;

    /** Bits for each that is set, so that few are set by chance: a phrase may have no more than one three. */
    private static final int SPARSE = 16;

    private static final int WORD_BITS = 6;
    private static final int[] CODES = codes();

    private final long[] bits = new long[1 << (INDEX_BITS - WORD_BITS)];

    private static int[] codes() {
        int[] codes = new int[1 << Character.SIZE];
        for (int c = 0; c < codes.length; c++) {
            long spread = (symbol((char) c) + 1) * 0x9E3779B97F4A7C15L;
            spread = (spread ^ (spread >>> 29)) * 0xBF58476D1CE4E5B9L;
            codes[c] = (int) (spread >>> (Long.SIZE - INDEX_BITS));
        }
        return codes;
    }

    /**
     * A file has a question mark for each half of a pair that stands alone, and LIKE of some versions takes the last characters of
     * sixteen bits for the one that stands for what can't be read.
     */
    private static char symbol(char c) {
        if (c < 128) {
            return Character.toLowerCase(c);
        }
        return Character.isSurrogate(c) ? '?' : (char) Math.min(c, 0xFFFD);
    }

    void clear() {
        Arrays.fill(bits, 0);
    }

    /** Adds the threes of a text. This costs every entry, so most of it reads: nearly all of them have been there before. */
    void add(String text) {
        int length = text.length();
        if (length < LENGTH) {
            return;
        }
        long[] words = bits;
        int hash = (CODES[text.charAt(0)] << STEP) ^ CODES[text.charAt(1)];
        for (int i = LENGTH - 1; i < length; i++) {
            hash = (hash << STEP) ^ CODES[text.charAt(i)];
            int index = (hash & MASK) >>> WORD_BITS;
            long bit = 1L << hash;
            long word = words[index];
            if ((word & bit) == 0) {
                words[index] = word | bit;
            }
        }
    }

    /** The bits that a text which holds a phrase has set; none when it is too short to tell. */
    static int[] of(String phrase) {
        int[] indexes = new int[Math.max(0, phrase.length() - LENGTH + 1)];
        int hash = 0;
        for (int i = 0; i < phrase.length(); i++) {
            hash = (hash << STEP) ^ CODES[phrase.charAt(i)];
            if (i >= LENGTH - 1) {
                indexes[i - LENGTH + 1] = hash & MASK;
            }
        }
        return indexes;
    }

    /** In as few bytes as leave it sparse: neighbours become one bit, which are of characters that differ in the last of three. */
    byte[] packed() {
        int shift = INDEX_BITS - size();
        byte[] packed = new byte[1 << (size() - 3)];
        for (int word = 0; word < bits.length; word++) {
            for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
                int index = ((word << WORD_BITS) | Long.numberOfTrailingZeros(rest)) >>> shift;
                packed[index >>> 3] |= (byte) (1 << (index & 7));
            }
        }
        return packed;
    }

    /** How many bits there are to be, as a power of two. */
    private int size() {
        long set = 0;
        for (long word : bits) {
            set += Long.bitCount(word);
        }
        int size = Long.SIZE - Long.numberOfLeadingZeros(set * SPARSE);
        return Math.max(MIN_BITS, Math.min(INDEX_BITS, size));
    }

    /** Whether all of some bits are set in a packed filter. */
    static boolean holds(byte[] packed, int[] indexes) {
        int shift = INDEX_BITS + Integer.numberOfLeadingZeros(packed.length) - (Integer.SIZE - 1) - 3;
        for (int i : indexes) {
            int index = i >>> shift;
            if ((packed[index >>> 3] & (1 << (index & 7))) == 0) {
                return false;
            }
        }
        return true;
    }
}
