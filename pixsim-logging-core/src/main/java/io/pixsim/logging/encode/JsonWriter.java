package io.pixsim.logging.encode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes JSON as UTF-8 bytes. This class alone writes separators and escapes: where a comma is due follows from the last
 * byte written, so no caller keeps account of it. NUL and lone surrogates, which PostgreSQL refuses, become U+FFFD.
 */
final class JsonWriter {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_ESCAPE = 6;

    private byte[] buffer;
    private int size;

    JsonWriter(int capacity) {
        buffer = new byte[capacity];
    }

    void beginObject() {
        separate();
        put('{');
    }

    void endObject() {
        put('}');
    }

    void beginArray() {
        separate();
        put('[');
    }

    void endArray() {
        put(']');
    }

    void name(String name) {
        separate();
        quoted(name);
        put(':');
    }

    void string(String text) {
        separate();
        quoted(text);
    }

    void number(long number) {
        separate();
        ascii(Long.toString(number));
    }

    /** A number that is known to be finite, in a notation that JSON has. */
    void number(Number finite) {
        separate();
        ascii(finite.toString());
    }

    void bool(boolean value) {
        separate();
        ascii(value ? "true" : "false");
    }

    void nullValue() {
        separate();
        ascii("null");
    }

    void newline() {
        put('\n');
    }

    int size() {
        return size;
    }

    /** Forgets what was written after a place that {@link #size} had told. */
    void truncate(int to) {
        size = to;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(buffer, size);
    }

    @Override
    public String toString() {
        return new String(buffer, 0, size, StandardCharsets.UTF_8);
    }

    private void separate() {
        if (size == 0) {
            return;
        }
        byte last = buffer[size - 1];
        if (last != '{' && last != '[' && last != ':') {
            put(',');
        }
    }

    private void quoted(String text) {
        ensure(2 + 3 * text.length());
        buffer[size++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                asciiChar(c, 3 * (text.length() - i));
            } else if (c < 0x800) {
                buffer[size++] = (byte) (0xC0 | (c >> 6));
                buffer[size++] = (byte) (0x80 | (c & 0x3F));
            } else if (!Character.isSurrogate(c)) {
                threeBytes(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                fourBytes(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                threeBytes('\uFFFD');
            }
        }
        buffer[size++] = '"';
    }

    private void asciiChar(char c, int bytesToCome) {
        if (c >= ' ' && c != '"' && c != '\\') {
            buffer[size++] = (byte) c;
            return;
        }
        ensure(LONGEST_ESCAPE + bytesToCome + 1);
        switch (c) {
            case '"', '\\' -> escaped(c);
            case '\n' -> escaped('n');
            case '\r' -> escaped('r');
            case '\t' -> escaped('t');
            case 0 -> threeBytes('\uFFFD');
            default -> {
                escaped('u');
                buffer[size++] = '0';
                buffer[size++] = '0';
                buffer[size++] = HEX[c >> 4];
                buffer[size++] = HEX[c & 0xF];
            }
        }
    }

    private void escaped(char c) {
        buffer[size++] = '\\';
        buffer[size++] = (byte) c;
    }

    private void threeBytes(char c) {
        buffer[size++] = (byte) (0xE0 | (c >> 12));
        buffer[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        buffer[size++] = (byte) (0x80 | (c & 0x3F));
    }

    private void fourBytes(int codePoint) {
        buffer[size++] = (byte) (0xF0 | (codePoint >> 18));
        buffer[size++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
        buffer[size++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        buffer[size++] = (byte) (0x80 | (codePoint & 0x3F));
    }

    private void ascii(String text) {
        ensure(text.length());
        for (int i = 0; i < text.length(); i++) {
            buffer[size++] = (byte) text.charAt(i);
        }
    }

    private void put(char c) {
        ensure(1);
        buffer[size++] = (byte) c;
    }

    private void ensure(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }
}
