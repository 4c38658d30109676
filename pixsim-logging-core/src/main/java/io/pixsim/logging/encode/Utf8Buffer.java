package io.pixsim.logging.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.pixsim.logging.redact.Redactor;

/**
 * Bytes that grow: text as UTF-8 with JSON's escapes, and numbers. NUL and lone surrogates, which PostgreSQL refuses,
 * become U+FFFD, and are counted. Can be used again and again; for one thread.
 */
abstract class Utf8Buffer {

    private static final int LARGEST_KEPT = 64 * 1024;
    private static final int LONGEST_ESCAPE = 6;
    private static final byte[] HEX = ascii("0123456789abcdef");
    private static final byte[] SMALLEST = ascii("-9223372036854775808");

    /** The digits of 00 to 99. */
    private static final byte[] PAIRS = pairs();

    /** What follows the backslash; 0 for characters that stand for themselves. */
    private static final byte[] ESCAPES = escapes();

    /** So many digits always fit 32 bits. */
    private static final int SHORT_DIGITS = 9;

    /** Up to so many characters it is faster to look at each than at all together. */
    private static final int FEW = 24;

    /** So many characters are copied before it is asked whether one of them must not be. */
    private static final int RUN = 64;

    /** What a text of ASCII needs besides its length, its quotes included. */
    static final int ROOM_FOR_TEXT = Long.BYTES + 2;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SPACES = 0x2020202020202020L;
    private static final long QUOTES = 0x2222222222222222L;
    private static final long BACKSLASHES = 0x5C5C5C5C5C5C5C5CL;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    /** Stands for the classes of characters that were not looked at one by one. */
    private static final int ANY_CLASS = -1;

    /** What the redactor wants to know of each character, and whether it must be escaped. */
    private static final int[] CLASSES = characters();

    private static final int ESCAPED = 1 << 30;

    private byte[] buffer;
    private int size;
    private int repairs;
    private int classes;

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

    /** Forgets what was repaired after {@link #repairs} had told a number. */
    final void forgetRepairs(int to) {
        repairs = to;
    }

    /** Begins to join the classes of characters. */
    final void beginClasses() {
        classes = 0;
    }

    /** The {@link Redactor#classOf} of all characters of the texts since {@link #beginClasses}, joined. */
    final int classes() {
        return classes;
    }

    final byte[] toByteArray() {
        return Arrays.copyOf(buffer, size);
    }

    final void writeTo(OutputStream stream) throws IOException {
        stream.write(buffer, 0, size);
    }

    final void copyTo(byte[] target, int at) {
        System.arraycopy(buffer, 0, target, at, size);
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
        while (left >= 100) {
            int pair = 2 * (int) (left % 100);
            left /= 100;
            buffer[--end] = PAIRS[pair + 1];
            buffer[--end] = PAIRS[pair];
        }
        if (left >= 10) {
            buffer[--end] = PAIRS[2 * (int) left + 1];
            buffer[--end] = PAIRS[2 * (int) left];
        } else {
            buffer[--end] = (byte) ('0' + left);
        }
    }

    /** Writes a text that is, as it stands, an integer of no more than 32 bits without a sign; else nothing. */
    final boolean shortInteger(String text) {
        int length = text.length();
        if (length == 0 || length > SHORT_DIGITS || (length > 1 && text.charAt(0) == '0')) {
            return false;
        }
        ensure(length);
        byte[] bytes = buffer;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            bytes[at + i] = (byte) c;
        }
        size = at + length;
        return true;
    }

    /** Puts six digits over what was written at a place. */
    final void sixDigits(int number, int at) {
        int low = number % 100;
        int middle = number / 100 % 100;
        int high = number / 10_000;
        byte[] bytes = buffer;
        bytes[at] = PAIRS[2 * high];
        bytes[at + 1] = PAIRS[2 * high + 1];
        bytes[at + 2] = PAIRS[2 * middle];
        bytes[at + 3] = PAIRS[2 * middle + 1];
        bytes[at + 4] = PAIRS[2 * low];
        bytes[at + 5] = PAIRS[2 * low + 1];
    }

    /** Puts bytes over what was written at a place. */
    final void over(byte[] bytes, int at) {
        System.arraycopy(bytes, 0, buffer, at, bytes.length);
    }

    /**
     * A part of a text, escaped, without quotes. Most texts are ASCII without anything to escape: a run of characters is
     * copied as it is, and looked at as a whole.
     */
    final void text(String text, int from, int to) {
        ensure(to - from + Long.BYTES);
        int i = to - from <= FEW ? copyFew(text, from, to) : from;
        while (i < to) {
            int end = Math.min(to, i + RUN);
            classes = ANY_CLASS;
            if (!copyRun(text, i, end)) {
                textWithOthers(text, i, to);
                return;
            }
            size += end - i;
            i = end;
        }
    }

    /** Copies what can be copied, and gives the place of the first character that can't. */
    private int copyFew(String text, int from, int to) {
        byte[] bytes = buffer;
        int at = size - from;
        int seen = 0;
        int i = from;
        for (; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || CLASSES[c] >= ESCAPED) {
                break;
            }
            seen |= CLASSES[c];
            bytes[at + i] = (byte) c;
        }
        classes |= seen;
        size = at + i;
        return i;
    }

    @SuppressWarnings("deprecation") // takes the low byte of each character, as is wanted here
    private boolean copyRun(String text, int from, int to) {
        text.getBytes(from, to, buffer, size);
        int seen = 0;
        for (int i = from; i < to; i++) {
            seen |= text.charAt(i);
        }
        return seen < 0x80 && isPlain(size, size + to - from);
    }

    /** Whether bytes of ASCII stand for themselves, all of them; up to seven behind the last are read, too. */
    private boolean isPlain(int from, int to) {
        byte[] bytes = buffer;
        long others = 0;
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            others |= others((long) EIGHT_BYTES.get(bytes, i));
        }
        if (i < to) {
            long last = -1L >>> ((Long.BYTES - (to - i)) * Byte.SIZE);
            others |= others(((long) EIGHT_BYTES.get(bytes, i) & last) | (SPACES & ~last));
        }
        return others == 0;
    }

    /** Not 0 when one of eight ASCII bytes is a control character, a quote or a backslash. */
    private static long others(long bytes) {
        return ((bytes - SPACES) | ((bytes ^ QUOTES) - ONES) | ((bytes ^ BACKSLASHES) - ONES)) & HIGH_BITS;
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

    final void ensure(int more) {
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

    private static int[] characters() {
        int[] classes = new int[0x80];
        for (char c = 0; c < classes.length; c++) {
            classes[c] = Redactor.classOf(c) | (ESCAPES[c] == 0 ? 0 : ESCAPED);
        }
        return classes;
    }

    private static byte[] pairs() {
        byte[] pairs = new byte[200];
        for (int i = 0; i < 100; i++) {
            pairs[2 * i] = (byte) ('0' + i / 10);
            pairs[2 * i + 1] = (byte) ('0' + i % 10);
        }
        return pairs;
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
