package io.pixsim.logging.collector.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a small Protocol Buffers message. */
final class ProtobufMessage {

    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    ProtobufMessage number(int field, long value) {
        varint(((long) field << 3) | VARINT);
        varint(value);
        return this;
    }

    ProtobufMessage text(int field, String text) {
        return content(field, text.getBytes(StandardCharsets.UTF_8));
    }

    ProtobufMessage message(int field, ProtobufMessage message) {
        return content(field, message.bytes());
    }

    private ProtobufMessage content(int field, byte[] bytes) {
        varint(((long) field << 3) | LENGTH_DELIMITED);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
