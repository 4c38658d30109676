package io.pixsim.logging.redact;

import java.util.Arrays;

/**
 * A text with one byte for each character, so that eight of them can be looked at together: ASCII is itself, and the others
 * are told apart only as far as {@link Runs} wants to know. Some texts have none.
 */
final class Outline {

    /** What stands for a character that may be another look of an ASCII letter, or can't be seen. */
    static final byte NONE = (byte) 0xFF;

    /** Read without its highest bit, it is a letter. */
    private static final byte LETTER = (byte) ('q' | 0x80);

    /** Read without its highest bit, it is none, so that a word which it ends is looked at. */
    private static final byte LAST_LETTER_OF_KEY = (byte) 0x80;

    private static final byte SEPARATOR = ',';

    private Outline() {}

    static byte of(char c) {
        if (c < 128) {
            return (byte) c;
        }
        return switch (Chars.classInRun(c)) {
            case Chars.FOREIGN -> ofLetter(c);
            case Chars.SEPARATOR -> SEPARATOR;
            default -> NONE;
        };
    }

    /** Two that stand in names of keys which else are ASCII are taken for what they look like. */
    private static byte ofLetter(char c) {
        if (LocalNames.endsAnOther(c)) {
            return LAST_LETTER_OF_KEY;
        }
        return switch (c) {
            case LocalNames.SPANISH_N -> 'n';
            case LocalNames.POLISH_L -> 'l';
            default -> LETTER;
        };
    }

    /** The classes of what an outline consists of, by its bytes. */
    static short[] classes(short[] ofAscii) {
        short[] classes = Arrays.copyOf(ofAscii, 256);
        Arrays.fill(classes, 128, classes.length, (short) Chars.FOREIGN);
        return classes;
    }
}
