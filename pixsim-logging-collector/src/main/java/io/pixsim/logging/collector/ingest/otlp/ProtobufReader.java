package io.pixsim.logging.collector.ingest.otlp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.pixsim.logging.collector.ingest.body.BodyException;
import io.pixsim.logging.collector.ingest.body.BodyException.Kind;

/** Reads the fields of one Protocol Buffers message, one after the other, where they stand. */
final class ProtobufReader {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int GROUP = 3;
    private static final int GROUP_END = 4;
    private static final int FIXED_32 = 5;
    private static final int MOST_GROUPS = 100;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int wireType;
    private long number;
    private int contentStart;
    private int contentEnd;

    ProtobufReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ProtobufReader(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    /** A reader of what is left, beside this one. */
    ProtobufReader again() {
        return new ProtobufReader(bytes, at, end);
    }

    /** The number of the next field; zero at the end. */
    int next() throws BodyException {
        while (at < end) {
            int field = tag();
            if (wireType == GROUP) {
                skipGroup(0);
            } else {
                value();
                return field;
            }
        }
        return 0;
    }

    private int tag() throws BodyException {
        long tag = varint();
        wireType = (int) (tag & 7);
        long field = tag >>> 3;
        if (field == 0 || field > 0x1fff_ffff) {
            throw malformed("no such field: " + field);
        }
        return (int) field;
    }

    private void value() throws BodyException {
        switch (wireType) {
            case VARINT -> number = varint();
            case FIXED_64 -> number = fixed(Long.BYTES);
            case FIXED_32 -> number = fixed(Integer.BYTES);
            case LENGTH_DELIMITED -> content(varint());
            default -> throw malformed("no such wire type: " + wireType);
        }
    }

    /** What old writers have, and nobody here reads. */
    private void skipGroup(int depth) throws BodyException {
        if (depth == MOST_GROUPS) {
            throw malformed("groups nested deeper than " + MOST_GROUPS);
        }
        while (true) {
            tag();
            if (wireType == GROUP_END) {
                return;
            }
            if (wireType == GROUP) {
                skipGroup(depth + 1);
            } else {
                value();
            }
        }
    }

    /** Whether the field is text, bytes or a message. */
    boolean isContent() {
        return wireType == LENGTH_DELIMITED;
    }

    /** The value of a field that is no content. */
    long number() {
        return number;
    }

    /** How many bytes the content has. */
    int length() {
        return contentEnd - contentStart;
    }

    /** The content as a message. */
    ProtobufReader message() throws BodyException {
        requireContent();
        return new ProtobufReader(bytes, contentStart, contentEnd);
    }

    /** The content as text; what is not UTF-8 of it is replaced. */
    String text() throws BodyException {
        requireContent();
        return new String(bytes, contentStart, length(), StandardCharsets.UTF_8);
    }

    /** The content as it is. */
    byte[] content() throws BodyException {
        requireContent();
        return Arrays.copyOfRange(bytes, contentStart, contentEnd);
    }

    private void requireContent() throws BodyException {
        if (!isContent()) {
            throw malformed("a field of another type than it should be");
        }
    }

    private void content(long length) throws BodyException {
        if (length < 0 || length > end - at) {
            throw malformed("a field of " + Long.toUnsignedString(length) + " bytes in a message that ends");
        }
        contentStart = at;
        at += (int) length;
        contentEnd = at;
    }

    private long fixed(int size) throws BodyException {
        if (size > end - at) {
            throw malformed("a number in a message that ends");
        }
        long value = 0;
        for (int i = 0; i < size; i++) {
            value |= (bytes[at++] & 0xffL) << (8 * i);
        }
        return value;
    }

    private long varint() throws BodyException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (at == end) {
                throw malformed("a number in a message that ends");
            }
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw malformed("a number of more than ten bytes");
    }

    private BodyException malformed(String what) {
        return new BodyException(Kind.MALFORMED, "the body is not Protocol Buffers: byte " + at + ": " + what);
    }
}
