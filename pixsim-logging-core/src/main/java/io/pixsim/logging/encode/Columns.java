package io.pixsim.logging.encode;

/** How wide a terminal draws a text. Of signs that terminals disagree about, one column. */
final class Columns {

    private static final int FIRST_OTHER = 0x300;
    private static final char ELLIPSIS = '…';

    /** First and last of each range that is drawn twice as wide, ascending. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F}, // Hangul
        {0x231A, 0x231B},
        {0x23E9, 0x23EC},
        {0x23F0, 0x23F0},
        {0x23F3, 0x23F3},
        {0x2614, 0x2615},
        {0x2648, 0x2653},
        {0x26A1, 0x26A1},
        {0x2705, 0x2705},
        {0x2728, 0x2728},
        {0x274C, 0x274C},
        {0x2753, 0x2757},
        {0x2B50, 0x2B50},
        {0x2E80, 0x303E}, // CJK radicals and punctuation
        {0x3041, 0x4DBF}, // kana, CJK
        {0x4E00, 0xA4CF}, // CJK, Yi
        {0xA960, 0xA97C}, // Hangul
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF}, // CJK
        {0xFE30, 0xFE6F},
        {0xFF01, 0xFF60}, // full-width letters
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1F64F}, // emoji
        {0x1F680, 0x1F6FF},
        {0x1F900, 0x1F9FF},
        {0x1FA70, 0x1FAFF},
        {0x20000, 0x3FFFD}, // CJK
    };

    private Columns() {}

    static int of(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            columns += of(c);
            i += Character.charCount(c);
        }
        return columns;
    }

    /** The head of a text that is too wide, and an ellipsis; a sign that would stick out goes. */
    static String cut(String text, int columns) {
        int taken = 0;
        int end = 0; // of what leaves room for the ellipsis
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            taken += of(c);
            i += Character.charCount(c);
            if (taken < columns) {
                end = i;
            }
        }
        return taken <= columns ? text : text.substring(0, end) + ELLIPSIS;
    }

    private static int of(int c) {
        if (c < FIRST_OTHER) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        for (int[] range : WIDE) {
            if (c <= range[1]) {
                return c >= range[0] ? 2 : 1;
            }
        }
        return 1;
    }
}
