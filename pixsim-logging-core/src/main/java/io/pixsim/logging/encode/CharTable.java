package io.pixsim.logging.encode;

import io.pixsim.logging.redact.Redactor;

/** What each character is written as: to look it up is faster than to ask how many bytes it takes. Made when needed. */
final class CharTable {

    /** Where in {@link #ENCODED} the number of bytes stands. */
    static final int LENGTH = 24;

    static final int LENGTHS = 3;

    /** Told in {@link #ENCODED} of a character that has no outline. */
    static final int NO_OUTLINE = 1 << (LENGTH + 2);

    /** The bytes of UTF-8, the first one lowest, and above them their number; below 0 for what is written otherwise. */
    static final int[] ENCODED = encoded();

    /** The {@link Redactor#outlineOf} each character. */
    static final byte[] OUTLINES = outlines();

    private CharTable() {}

    /** A character in three bytes, the first one lowest. */
    static int threeBytes(char c) {
        return 0x8080E0 | (c >> 12) | ((c & 0xFC0) << 2) | ((c & 0x3F) << 16);
    }

    private static int twoBytes(char c) {
        return 0x80C0 | (c >> 6) | ((c & 0x3F) << 8);
    }

    private static int[] encoded() {
        int[] table = new int[Character.MAX_VALUE + 1];
        for (int i = 0; i < table.length; i++) {
            char c = (char) i;
            boolean special = c < 0x80 ? UnicodeBuffer.ESCAPES[c] != 0 : Character.isSurrogate(c);
            boolean outlined = Redactor.outlineOf(c) != Redactor.NO_OUTLINE;
            table[c] = (special ? Integer.MIN_VALUE : encoded(c)) | (outlined ? 0 : NO_OUTLINE);
        }
        return table;
    }

    private static int encoded(char c) {
        if (c < 0x80) {
            return c | (1 << LENGTH);
        }
        return c < 0x800 ? twoBytes(c) | (2 << LENGTH) : threeBytes(c) | (3 << LENGTH);
    }

    private static byte[] outlines() {
        byte[] table = new byte[Character.MAX_VALUE + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = Redactor.outlineOf((char) i);
        }
        return table;
    }
}
