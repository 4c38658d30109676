package io.pixsim.logging.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8 written straight into a buffer that is used again. Grows for what does not fit. */
final class LineBuffer {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_NUMBER = 20;
    /** What one char can become: a backslash, a u and four digits. */
    private static final int LONGEST_CHAR = 6;

    private byte[] buffer = new byte[16 * 1024];
    private int at;

    void clear() {
        at = 0;
    }

    byte[] copy() {
        return Arrays.copyOf(buffer, at);
    }

    LineBuffer raw(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, at, bytes.length);
        at += bytes.length;
        return this;
    }

    LineBuffer ascii(char c) {
        ensure(1);
        buffer[at++] = (byte) c;
        return this;
    }

    LineBuffer quoted(String text) {
        return ascii('"').escaped(text).ascii('"');
    }

    LineBuffer escaped(String text) {
        int length = text.length();
        ensure(length * LONGEST_CHAR);
        byte[] out = buffer;
        int to = at;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
                out[to++] = (byte) c;
            } else if (c < 0x80) {
                to = escape(c, out, to);
            } else if (c < 0x800) {
                out[to++] = (byte) (0xc0 | c >> 6);
                out[to++] = (byte) (0x80 | (c & 0x3f));
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                to = pair(Character.toCodePoint(c, text.charAt(++i)), out, to);
            } else {
                out[to++] = (byte) (0xe0 | c >> 12);
                out[to++] = (byte) (0x80 | (c >> 6 & 0x3f));
                out[to++] = (byte) (0x80 | (c & 0x3f));
            }
        }
        at = to;
        return this;
    }

    LineBuffer number(long number) {
        ensure(LONGEST_NUMBER);
        if (number < 0) {
            return escaped(Long.toString(number));
        }
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        at += digits;
        long rest = number;
        for (int i = at - 1; i >= at - digits; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return this;
    }

    LineBuffer sixDigits(int number) {
        ensure(LONGEST_NUMBER);
        int rest = number;
        for (int i = at + 5; i >= at; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        at += 6;
        return this;
    }

    private static int escape(char c, byte[] out, int start) {
        int to = start;
        out[to++] = '\\';
        if (c == '"' || c == '\\') {
            out[to++] = (byte) c;
            return to;
        }
        out[to++] = 'u';
        out[to++] = '0';
        out[to++] = '0';
        out[to++] = HEX[c >> 4];
        out[to++] = HEX[c & 0xf];
        return to;
    }

    private static int pair(int codePoint, byte[] out, int start) {
        int to = start;
        out[to++] = (byte) (0xf0 | codePoint >> 18);
        out[to++] = (byte) (0x80 | (codePoint >> 12 & 0x3f));
        out[to++] = (byte) (0x80 | (codePoint >> 6 & 0x3f));
        out[to++] = (byte) (0x80 | (codePoint & 0x3f));
        return to;
    }

    private void ensure(int more) {
        if (buffer.length - at < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, at + more));
        }
    }
}
