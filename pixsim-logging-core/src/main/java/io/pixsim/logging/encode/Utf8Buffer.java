package io.pixsim.logging.encode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes that grow: text as UTF-8 with JSON's escapes, and numbers. NUL and lone surrogates, which PostgreSQL refuses,
 * become U+FFFD, and are counted. Can be used again and again; for one thread.
 */
abstract class Utf8Buffer {

    private static final int LARGEST_KEPT = 64 * 1024;
    private static final int LONGEST_ESCAPE = 6;
    private static final byte[] HEX = ascii("0123456789abcdef");
    private static final byte[] SMALLEST = ascii("-9223372036854775808");

    /** What follows the backslash; 0 for characters that stand for themselves. */
    private static final byte[] ESCAPES = escapes();

    private byte[] buffer;
    private int size;
    private int repairs;

    Utf8Buffer(int capacity) {
        buffer = new byte[capacity];
    }

    /** Begins anew; lets go of a buffer that one large event had blown up. */
    final void reset() {
        size = 0;
        repairs = 0;
        if (buffer.length > LARGEST_KEPT) {
            buffer = new byte[LARGEST_KEPT];
        }
    }

    final int size() {
        return size;
    }

    /** How much could not be written as it was, so far. */
    final int repairs() {
        return repairs;
    }

    final void countRepair() {
        repairs++;
    }

    /** Forgets what was written after a place that {@link #size} had told. */
    final void truncate(int to) {
        size = to;
    }

    final byte[] toByteArray() {
        return Arrays.copyOf(buffer, size);
    }

    final byte[] copy(int from) {
        return Arrays.copyOfRange(buffer, from, size);
    }

    @Override
    public String toString() {
        return new String(buffer, 0, size, StandardCharsets.UTF_8);
    }

    /** Bytes that are JSON already. */
    final void raw(byte[] json) {
        raw(json, 0, json.length);
    }

    final void raw(byte[] json, int from, int to) {
        int length = to - from;
        ensure(length);
        System.arraycopy(json, from, buffer, size, length);
        size += length;
    }

    final void digits(long number) {
        if (number == Long.MIN_VALUE) {
            raw(SMALLEST);
            return;
        }
        ensure(SMALLEST.length);
        long left = number;
        if (left < 0) {
            buffer[size++] = '-';
            left = -left;
        }
        int end = size + digitCount(left);
        size = end;
        do {
            buffer[--end] = (byte) ('0' + left % 10);
            left /= 10;
        } while (left != 0);
    }

    /** A part of a text, escaped, without quotes. */
    final void text(String text, int from, int to) {
        ensure(to - from + 1);
        byte[] bytes = buffer;
        int at = size;
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (c >= 0x80 || ESCAPES[c] != 0) {
                break;
            }
            bytes[at++] = (byte) c;
            i++;
        }
        size = at;
        if (i < to) {
            textWithOthers(text, i, to);
        }
    }

    /** A text as a reader gets it back, so that two names can be told apart as they will be. */
    static String asWritten(String text) {
        StringBuilder repaired = new StringBuilder(text);
        for (int i = 0; i < repaired.length(); i++) {
            if (isPair(text, i, text.length())) {
                i++;
            } else if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
                repaired.setCharAt(i, '\uFFFD');
            }
        }
        return repaired.toString();
    }

    private void textWithOthers(String text, int from, int to) {
        ensure(3 * (to - from) + 1);
        byte[] bytes = buffer;
        int at = size;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                if (ESCAPES[c] == 0) {
                    bytes[at++] = (byte) c;
                    continue;
                }
                size = at;
                escaped(c, 3 * (to - i));
                bytes = buffer;
                at = size;
            } else if (c < 0x800) {
                bytes[at++] = (byte) (0xC0 | (c >> 6));
                bytes[at++] = (byte) (0x80 | (c & 0x3F));
            } else if (!Character.isSurrogate(c)) {
                at = threeBytes(c, at);
            } else if (isPair(text, i, to)) {
                at = fourBytes(text.codePointAt(i++), at);
            } else {
                repairs++;
                at = threeBytes('\uFFFD', at);
            }
        }
        size = at;
    }

    private static boolean isPair(String text, int i, int to) {
        return i + 1 < to && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }

    private void escaped(char c, int bytesToCome) {
        ensure(LONGEST_ESCAPE + bytesToCome);
        if (c == 0) {
            repairs++;
            size = threeBytes('\uFFFD', size);
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

    private int threeBytes(char c, int at) {
        buffer[at] = (byte) (0xE0 | (c >> 12));
        buffer[at + 1] = (byte) (0x80 | ((c >> 6) & 0x3F));
        buffer[at + 2] = (byte) (0x80 | (c & 0x3F));
        return at + 3;
    }

    private int fourBytes(int codePoint, int at) {
        buffer[at] = (byte) (0xF0 | (codePoint >> 18));
        buffer[at + 1] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
        buffer[at + 2] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        buffer[at + 3] = (byte) (0x80 | (codePoint & 0x3F));
        return at + 4;
    }

    final byte last() {
        return buffer[size - 1];
    }

    final void put(char c) {
        ensure(1);
        buffer[size++] = (byte) c;
    }

    private void ensure(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }

    private static int digitCount(long number) {
        int count = 1;
        for (long bound = 10; count < 19 && number >= bound; bound *= 10) {
            count++;
        }
        return count;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
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
