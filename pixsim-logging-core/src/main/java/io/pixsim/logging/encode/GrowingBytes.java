package io.pixsim.logging.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow, and numbers in decimal digits. Can be used again and again; for one thread. */
abstract class GrowingBytes {

    static final int LARGEST_KEPT = 64 * 1024;
    private static final byte[] SMALLEST = ascii("-9223372036854775808");

    /** The digits of 00 to 99. */
    private static final byte[] PAIRS = pairs();

    /** So many digits always fit 32 bits. */
    private static final int SHORT_DIGITS = 9;

    static final int ASCII = 0x7F;
    static final VarHandle FOUR_BYTES = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int ZEROS = 0x30303030;
    private static final int HIGH_BITS = 0x80808080;
    /** Carries into the high bit beyond {@code 9}. */
    private static final int TO_BEYOND_NINE = 0x46464646;

    byte[] buffer;
    int size;

    GrowingBytes(int capacity) {
        buffer = new byte[capacity];
    }

    /** Begins anew; lets go of a buffer that one large event had blown up. */
    final void clear() {
        size = 0;
        if (buffer.length > LARGEST_KEPT) {
            buffer = new byte[LARGEST_KEPT];
        }
    }

    final int size() {
        return size;
    }

    /** Forgets what was written after a place that {@link #size} had told. */
    final void truncate(int to) {
        size = to;
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
        int lastFour = length - Integer.BYTES;
        int i = 0;
        while (i < length && lastFour >= 0) {
            i = Math.min(i, lastFour); // once more some that were copied, so that none is copied by itself
            char c0 = text.charAt(i);
            char c1 = text.charAt(i + 1);
            char c2 = text.charAt(i + 2);
            char c3 = text.charAt(i + 3);
            int four = c0 | c1 << 8 | c2 << 16 | c3 << 24;
            if ((c0 | c1 | c2 | c3) > ASCII || !isDigits(four)) {
                return false;
            }
            FOUR_BYTES.set(bytes, at + i, four);
            i += Integer.BYTES;
        }
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            bytes[at + i] = (byte) c;
        }
        size = at + length;
        return true;
    }

    private static boolean isDigits(int fourAscii) {
        return (((fourAscii + TO_BEYOND_NINE) | (fourAscii - ZEROS)) & HIGH_BITS) == 0;
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

    private static byte[] pairs() {
        byte[] pairs = new byte[200];
        for (int i = 0; i < 100; i++) {
            pairs[2 * i] = (byte) ('0' + i / 10);
            pairs[2 * i + 1] = (byte) ('0' + i % 10);
        }
        return pairs;
    }
}
