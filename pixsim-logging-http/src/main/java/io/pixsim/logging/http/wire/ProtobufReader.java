package io.pixsim.logging.http.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the fields of one Protocol Buffers message, one after the other. */
final class ProtobufReader {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32 = 5;

    private final byte[] bytes;
    private int at;
    private long number;
    private byte[] content = new byte[0];

    ProtobufReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The number of the next field; zero at the end. */
    int next() throws IOException {
        if (at == bytes.length) {
            return 0;
        }
        long tag = varint();
        number = 0;
        content = new byte[0];
        switch ((int) (tag & 7)) {
            case VARINT -> number = varint();
            case FIXED_64 -> content = take(Long.BYTES);
            case FIXED_32 -> content = take(Integer.BYTES);
            case LENGTH_DELIMITED -> content = take(varint());
            default -> throw new IOException("no such wire type: " + (tag & 7));
        }
        return (int) (tag >>> 3);
    }

    /** The value of a varint field. */
    long number() {
        return number;
    }

    /** The bytes of a field of any other kind. */
    byte[] content() {
        return content;
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    private byte[] take(long length) throws IOException {
        if (length < 0 || length > bytes.length - at) {
            throw new IOException("a field of " + length + " bytes in a message that ends");
        }
        at += (int) length;
        return Arrays.copyOfRange(bytes, at - (int) length, at);
    }

    private long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (at == bytes.length) {
                throw new IOException("a number in a message that ends");
            }
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("a number of more than ten bytes");
    }
}
