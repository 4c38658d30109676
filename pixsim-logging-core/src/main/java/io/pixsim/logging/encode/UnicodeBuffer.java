package io.pixsim.logging.encode;

import java.util.Arrays;

import io.pixsim.logging.redact.Redactor;

/**
 * Characters of all scripts as UTF-8 with JSON's escapes, and beside them their outline, in which the redactor looks for
 * secrets. NUL and lone surrogates, which PostgreSQL refuses, become U+FFFD, and are counted. For one thread.
 */
abstract class UnicodeBuffer extends GrowingBytes {

    private static final int LONGEST_ESCAPE = 6;
    private static final byte[] NOTHING = {};
    private static final byte[] HEX = ascii("0123456789abcdef");

    /** What follows the backslash; 0 for characters that stand for themselves. */
    static final byte[] ESCAPES = escapes();

    /** So many characters are taken out of a text at once. */
    private static final int CHARS = 512;

    /** So many are written before it is asked whether one of them must be written in another way. */
    private static final int RUN = 64;

    /** Where the outline begins: whoever reads it may look at the four bytes before. */
    private static final int OUTLINE_START = Integer.BYTES;

    private final char[] chars = new char[CHARS];
    private byte[] outline = NOTHING;
    private boolean outlined;
    private int repairs;

    UnicodeBuffer(int capacity) {
        super(capacity);
    }

    /** Begins anew; lets go of a buffer that one large event had blown up. */
    final void reset() {
        clear();
        repairs = 0;
        if (outline.length > LARGEST_KEPT) {
            outline = NOTHING;
        }
    }

    /** How much could not be written as it was, so far. */
    final int repairs() {
        return repairs;
    }

    final void countRepair() {
        repairs++;
    }

    /** Forgets what was repaired after {@link #repairs} had told a number. */
    final void forgetRepairs(int to) {
        repairs = to;
    }

    /** Whether the last text that was not ASCII without escapes has an {@link #outline}. */
    final boolean isOutlined() {
        return outlined;
    }

    /** A {@link Redactor#outlineOf} each character, from {@link #outlineStart} on. */
    final byte[] outline() {
        return outline;
    }

    final int outlineStart() {
        return OUTLINE_START;
    }

    /** Writes a text from a place on, of which all before was written as ASCII. */
    final void textWithOthers(String text, int begin, int from, int to) {
        beginOutline(from - begin, to - begin);
        int place = OUTLINE_START + from - begin;
        for (int start = from; start < to; ) {
            int end = Math.min(to, start + CHARS);
            if (end < to && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--; // a pair is written as one
            }
            text.getChars(start, end, chars, 0);
            write(end - start, place);
            place += end - start;
            start = end;
        }
    }

    /** The outline of what was written is the same. */
    private void beginOutline(int written, int length) {
        outlined = true;
        if (outline.length < OUTLINE_START + length + Long.BYTES) {
            outline = new byte[OUTLINE_START + length + 2 * Long.BYTES];
        }
        System.arraycopy(buffer, size - written, outline, OUTLINE_START, written);
        outline[OUTLINE_START + length] = '"';
    }

    private void write(int count, int place) {
        for (int i = 0; i < count; ) {
            int end = Math.min(count, i + RUN);
            ensure(3 * (end - i) + Integer.BYTES);
            i = writeRun(i, end, place) ? end : writeEach(i, end, count, place);
        }
    }

    /** Writes characters that stand for themselves; false, and nothing is written, when there is another one. */
    private boolean writeRun(int from, int to, int place) {
        char[] characters = chars;
        int[] table = CharTable.ENCODED;
        byte[] outlines = CharTable.OUTLINES;
        byte[] bytes = buffer;
        byte[] marks = outline;
        int at = size;
        int seen = 0;
        for (int i = from; i < to; i++) {
            char c = characters[i];
            int encoded = table[c];
            FOUR_BYTES.set(bytes, at, encoded);
            marks[place + i] = outlines[c];
            at += (encoded >>> CharTable.LENGTH) & CharTable.LENGTHS;
            seen |= encoded;
        }
        if (seen < 0) {
            return false;
        }
        outlined &= (seen & CharTable.NO_OUTLINE) == 0;
        size = at;
        return true;
    }

    /** As {@link #writeRun}, one by one; gives the place behind the last one, which may be a half of a pair. */
    private int writeEach(int from, int to, int count, int place) {
        int i = from;
        for (; i < to; i++) {
            char c = chars[i];
            outline[place + i] = CharTable.OUTLINES[c];
            outlined &= (CharTable.ENCODED[c] & CharTable.NO_OUTLINE) == 0;
            ensure(LONGEST_ESCAPE + Integer.BYTES);
            if (c < 0x80 && ESCAPES[c] != 0) {
                escaped(c);
            } else if (!Character.isSurrogate(c)) {
                int encoded = CharTable.ENCODED[c];
                FOUR_BYTES.set(buffer, size, encoded);
                size += (encoded >>> CharTable.LENGTH) & CharTable.LENGTHS;
            } else if (i + 1 < count && Character.isSurrogatePair(c, chars[i + 1])) {
                fourBytes(Character.toCodePoint(c, chars[++i]));
            } else {
                replaced();
            }
        }
        return i;
    }

    private void escaped(char c) {
        if (c == 0) {
            replaced();
            return;
        }
        buffer[size++] = '\\';
        buffer[size++] = ESCAPES[c];
        if (ESCAPES[c] == 'u') {
            buffer[size++] = '0';
            buffer[size++] = '0';
            buffer[size++] = HEX[c >> 4];
            buffer[size++] = HEX[c & 0xF];
        }
    }

    private void replaced() {
        repairs++;
        FOUR_BYTES.set(buffer, size, CharTable.threeBytes('\uFFFD'));
        size += 3;
    }

    private void fourBytes(int codePoint) {
        buffer[size++] = (byte) (0xF0 | (codePoint >> 18));
        buffer[size++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
        buffer[size++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        buffer[size++] = (byte) (0x80 | (codePoint & 0x3F));
    }

    private static byte[] escapes() {
        byte[] escapes = new byte[0x80];
        Arrays.fill(escapes, 0, ' ', (byte) 'u');
        escapes['\n'] = 'n';
        escapes['\r'] = 'r';
        escapes['\t'] = 't';
        escapes['"'] = '"';
        escapes['\\'] = '\\';
        return escapes;
    }
}
