package io.pixsim.logging.http.wire;

/**
 * Writes Protocol Buffers. A message within a message is written between {@link #begin} and {@link #end}: its length is
 * put in front when it is known, and what is longer than the one byte kept for that is moved.
 */
final class ProtobufWriter {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH_DELIMITED = 2;

    private static final int MOST_UTF8_BYTES = 3;

    private final WireBuffer out;

    ProtobufWriter(WireBuffer out) {
        this.out = out;
    }

    void varint(int field, long value) {
        tag(field, VARINT);
        varint(value);
    }

    void fixed64(int field, long value) {
        tag(field, FIXED_64);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            out.write((int) (value >>> shift));
        }
    }

    void bytes(int field, byte[] source, int length) {
        tag(field, LENGTH_DELIMITED);
        varint(length);
        out.write(source, 0, length);
    }

    void string(int field, CharSequence text) {
        int at = begin(field);
        utf8(text);
        end(at);
    }

    /** Starts a message; gives what {@link #end} is to be told. */
    int begin(int field) {
        tag(field, LENGTH_DELIMITED);
        out.write(0);
        return out.size();
    }

    void end(int at) {
        int length = out.size() - at;
        out.open(at, varintSize(length) - 1);
        int position = at - 1;
        int rest = length;
        while (rest > 0x7f) {
            out.set(position++, (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.set(position, rest);
    }

    private void tag(int field, int wireType) {
        varint(((long) field << 3) | wireType);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write(((int) rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static int varintSize(int length) {
        return length == 0 ? 1 : (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 6) / 7;
    }

    private void utf8(CharSequence text) {
        byte[] bytes = out.reserve(text.length() * MOST_UTF8_BYTES);
        int to = out.size();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[to++] = (byte) c;
            } else if (c < 0x800) {
                bytes[to++] = (byte) (0xc0 | (c >> 6));
                bytes[to++] = (byte) (0x80 | (c & 0x3f));
            } else {
                int point = Character.codePointAt(text, i);
                i += Character.charCount(point) - 1;
                to = manyBytes(point, bytes, to);
            }
        }
        out.advance(to - out.size());
    }

    private static int manyBytes(int codePoint, byte[] bytes, int at) {
        // A surrogate that stands alone has no UTF-8, and one of them would cost the whole request.
        int point = codePoint >= 0xd800 && codePoint <= 0xdfff ? 0xfffd : codePoint;
        int to = at;
        if (point >= 0x10000) {
            bytes[to++] = (byte) (0xf0 | (point >> 18));
            bytes[to++] = (byte) (0x80 | ((point >> 12) & 0x3f));
        } else {
            bytes[to++] = (byte) (0xe0 | (point >> 12));
        }
        bytes[to++] = (byte) (0x80 | ((point >> 6) & 0x3f));
        bytes[to++] = (byte) (0x80 | (point & 0x3f));
        return to;
    }
}
