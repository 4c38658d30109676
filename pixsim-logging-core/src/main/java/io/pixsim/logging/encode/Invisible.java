package io.pixsim.logging.encode;

/** Characters that take no room or show nothing, though their category is that of letters, marks and signs. */
final class Invisible {

    /** First and last of each range, ascending; the two variation selectors that emoji are spelled with are not in it. */
    private static final int[][] RANGES = {
        {0x034F, 0x034F}, // grapheme joiner
        {0x115F, 0x1160}, // Hangul fillers
        {0x17B4, 0x17B5}, // Khmer inherent vowels
        {0x180B, 0x180F}, // Mongolian selectors
        {0x2800, 0x2800}, // Braille blank
        {0x3164, 0x3164}, // Hangul filler
        {0xFE00, 0xFE0D}, // variation selectors
        {0xFFA0, 0xFFA0}, // half-width Hangul filler
        {0xFFF0, 0xFFF8}, // ignorable
        {0x1D159, 0x1D159}, // null note head
        {0xE0000, 0xE0FFF}, // tags and more selectors
    };

    private Invisible() {}

    static boolean contains(int c) {
        for (int[] range : RANGES) {
            if (c <= range[1]) {
                return c >= range[0];
            }
        }
        return false;
    }
}
