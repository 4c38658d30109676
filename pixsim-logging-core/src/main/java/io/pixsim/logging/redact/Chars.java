package io.pixsim.logging.redact;

import java.util.Arrays;

/** What the scanner has to know of a single character, and of ranges of them; nothing here depends on a locale. */
final class Chars {

    static final int LOWER = 1;
    static final int UPPER = 1 << 1;
    static final int DIGIT = 1 << 2;
    static final int DASH = 1 << 3;
    static final int DOT = 1 << 4;
    static final int BLANK = 1 << 5;
    static final int SLASH = 1 << 6;
    static final int SEPARATOR = 1 << 7;
    static final int QUOTE = 1 << 8;
    static final int WIDE = 1 << 9;
    static final int OTHER = 1 << 10;
    /** A letter beyond ASCII that no spelling of a key makes one of ASCII. */
    static final int FOREIGN = 1 << 11;

    /** What a run consists of: the others end it. */
    static final int RUN = LOWER | UPPER | DIGIT | DASH | DOT;

    private static final int FULL_WIDTH = 0xFF01 - '!';
    private static final short[] CLASSES = classes();

    private static final short[] CLASSES_IN_OUTLINE = Outline.classes(CLASSES);

    /** Of all characters, as most texts beyond ASCII go to and fro between scripts. */
    private static final short[] CLASSES_IN_RUN = classesInRun();

    private Chars() {}

    static int classOf(char c) {
        return c < 128 ? CLASSES[c] : WIDE;
    }

    /** Of a character in an {@link Outline}. */
    static int classOf(byte outlined) {
        return CLASSES_IN_OUTLINE[outlined & 0xFF];
    }

    /** As {@link #classOf}, but letters beyond ASCII and what cannot be seen belong to a run too. */
    static int classInRun(char c) {
        return CLASSES_IN_RUN[c];
    }

    /** Letters of most scripts: not those that are another look of an ASCII letter, and nothing that can't be seen. */
    static boolean isForeign(char c) {
        if (c < 0x250) {
            return c >= 0xC0 && c != 0xD7 && c != 0xF7 && c != 0x130 && c != 0x131 && c != 0x17F;
        }
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3041 && c <= 0x30FA && (c < 0x3097 || c > 0x30A0))
                || (c >= 0x400 && c <= 0x481)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0x391 && c <= 0x3C9 && c != 0x3A2);
    }

    static boolean isInRun(char c) {
        return c < 128 ? (CLASSES[c] & RUN) != 0 : !endsRunWide(c);
    }

    /** The ASCII character that a full-width one is the wide form of; any other one itself. */
    static char narrow(char c) {
        return c >= 0xFF01 && c <= 0xFF5E ? (char) (c - FULL_WIDTH) : c == 0x3000 || c == 0xA0 ? ' ' : c;
    }

    /** Zero-width characters, marks of direction, soft hyphens and combining marks. */
    static boolean isInvisible(char c) {
        if (c < 0xAD) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    static boolean isBlank(char c) {
        return c <= ' ' || c == 0xA0 || c == 0x3000 || c == 0x2028 || c == 0x2029;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return isLower(c) || isUpper(c);
    }

    static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    /** The character at a place, or NUL beyond the end or before the start. */
    static char at(CharSequence text, int index) {
        return index >= 0 && index < text.length() ? text.charAt(index) : 0;
    }

    /** Whether ASCII letters, in any case, stand at a place. */
    static boolean startsWith(CharSequence text, int from, String lower) {
        if (from < 0 || from + lower.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < lower.length(); i++) {
            char c = text.charAt(from + i);
            if ((isUpper(c) ? (char) (c | 0x20) : c) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static boolean is(CharSequence text, int from, int to, String lower) {
        return to - from == lower.length() && startsWith(text, from, lower);
    }

    /** Where the blanks that begin at a place end, at most so many of them. */
    static int skipBlanks(CharSequence text, int from, int most) {
        int i = from;
        int end = (int) Math.min(text.length(), (long) from + most);
        while (i < end && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Where the next blank stands, looked for among so many characters. */
    static int wordEnd(CharSequence text, int from, int most) {
        int i = from;
        while (i < text.length() && i - from < most && !isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean endsRunWide(char c) {
        if (isInvisible(c)) {
            return false;
        }
        return !Character.isLetterOrDigit(c) && c != 0xFF3F && c != 0xFF0D && !Character.isSurrogate(c);
    }

    private static short[] classesInRun() {
        short[] classes = Arrays.copyOf(CLASSES, Character.MAX_VALUE + 1);
        for (int c = 128; c < classes.length; c++) {
            classes[c] = (short) (isForeign((char) c) ? FOREIGN : endsRunWide((char) c) ? SEPARATOR : WIDE);
        }
        return classes;
    }

    private static short[] classes() {
        short[] classes = new short[128];
        for (char c = 0; c < 128; c++) {
            classes[c] = (short) classOfAscii(c);
        }
        return classes;
    }

    private static int classOfAscii(char c) {
        if (c <= ' ' || c == 127) {
            return BLANK;
        }
        if (isLetter(c)) {
            return isLower(c) ? LOWER : UPPER;
        }
        return switch (c) {
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> DIGIT;
            case '-', '_' -> DASH;
            case '.' -> DOT;
            case '/', '\\' -> SLASH;
            case '"', '\'', '`' -> QUOTE;
            case '=', ':', '<', '>', '%', '@', '&' -> SEPARATOR;
            default -> OTHER;
        };
    }
}
