package io.pixsim.logging.redact;

/**
 * A set of words of ASCII letters, each packed into a number, five bits a letter: asked without making a string. Of a word
 * longer than twelve letters the last twelve count. Immutable.
 */
final class Words {

    static final long MASK = (1L << 60) - 1;
    private static final int BITS = 5;

    private final long[] table;

    private Words(String[] words) {
        int size = Integer.highestOneBit(Math.max(4, words.length * 3)) * 2;
        table = new long[size];
        for (String word : words) {
            add(pack(word));
        }
    }

    /** The words of a text in lower case, parted by blanks. */
    static Words of(String words) {
        return new Words(words.strip().split("\\s+"));
    }

    static long append(long packed, char letter) {
        return ((packed << BITS) | (letter & 31)) & MASK;
    }

    static long pack(String word) {
        long packed = 0;
        for (int i = 0; i < word.length(); i++) {
            packed = append(packed, word.charAt(i));
        }
        return packed;
    }

    boolean has(long packed) {
        if (packed == 0) {
            return false;
        }
        for (int i = slot(packed); table[i] != 0; i = (i + 1) & (table.length - 1)) {
            if (table[i] == packed) {
                return true;
            }
        }
        return false;
    }

    /** Whether the letters of a range, in any case, are a word of the set. */
    boolean has(CharSequence text, int from, int to) {
        long packed = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Chars.isLetter(c)) {
                return false;
            }
            packed = append(packed, c);
        }
        return has(packed);
    }

    private void add(long packed) {
        int i = slot(packed);
        while (table[i] != 0 && table[i] != packed) {
            i = (i + 1) & (table.length - 1);
        }
        table[i] = packed;
    }

    private int slot(long packed) {
        long mixed = packed * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (table.length - 1);
    }
}
