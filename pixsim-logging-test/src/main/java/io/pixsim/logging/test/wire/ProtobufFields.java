package io.pixsim.logging.test.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The fields of one Protocol Buffers message, one after the other. */
final class ProtobufFields {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32 = 5;

    private final ByteBuffer in;
    private long number;
    private ByteBuffer content = ByteBuffer.allocate(0);

    ProtobufFields(byte[] message) {
        this(ByteBuffer.wrap(message));
    }

    private ProtobufFields(ByteBuffer message) {
        in = message.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Goes to the next field; gives its number, or 0 at the end. */
    int next() throws IOException {
        if (!in.hasRemaining()) {
            return 0;
        }
        long tag = varint();
        number = 0;
        content = ByteBuffer.allocate(0);
        switch ((int) (tag & 7)) {
            case VARINT -> number = varint();
            case FIXED_64 -> number = slice(Long.BYTES).getLong();
            case FIXED_32 -> number = slice(Integer.BYTES).getInt();
            case LENGTH_DELIMITED -> content = slice(varint());
            default -> throw new IOException("no such wire type: " + (tag & 7));
        }
        int field = (int) (tag >>> 3);
        if (field == 0) {
            throw new IOException("a field without a number");
        }
        return field;
    }

    long number() {
        return number;
    }

    ProtobufFields message() {
        return new ProtobufFields(content);
    }

    byte[] bytes() {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return bytes;
    }

    String text() {
        return new String(bytes(), UTF_8);
    }

    private ByteBuffer slice(long length) throws IOException {
        if (length < 0 || length > in.remaining()) {
            throw new IOException("a field of " + length + " bytes where " + in.remaining() + " are left");
        }
        ByteBuffer slice = in.slice(in.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + (int) length);
        return slice;
    }

    private long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (!in.hasRemaining()) {
                throw new IOException("the message ends within a number");
            }
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("a number of more than ten bytes");
    }
}
