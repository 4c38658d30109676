package io.pixsim.logging.http.transport;

import java.util.zip.CRC32;
import java.util.zip.Deflater;

import io.pixsim.logging.http.wire.WireBuffer;
import org.jspecify.annotations.Nullable;

/** Packs with gzip, over and over with the same deflater. For one thread. */
final class Gzip {

    /** Events repeat each other's names and values: more effort costs more than it saves. See docs/forwarding.md. */
    static final int LEVEL = 1;

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int CHUNK = 16 * 1024;

    private final CRC32 checksum = new CRC32();
    private @Nullable Deflater reused;

    /** From now on it is packed into this. */
    void begin(WireBuffer to) {
        to.clear();
        append(HEADER, to);
        checksum.reset();
        deflater().reset();
    }

    void add(WireBuffer from, WireBuffer to) {
        checksum.update(from.array(), 0, from.size());
        deflater().setInput(from.array(), 0, from.size());
        while (!deflater().needsInput()) {
            deflate(to);
        }
    }

    void end(WireBuffer to) {
        deflater().finish();
        while (!deflater().finished()) {
            deflate(to);
        }
        append(littleEndian((int) checksum.getValue()), to);
        append(littleEndian((int) deflater().getBytesRead()), to);
    }

    private void deflate(WireBuffer to) {
        byte[] room = to.reserve(CHUNK);
        to.advance(deflater().deflate(room, to.size(), room.length - to.size()));
    }

    /** Made when it is needed: it holds a quarter of a megabyte outside of the heap. */
    private Deflater deflater() {
        Deflater deflater = reused;
        if (deflater == null) {
            // Not ended by hand: close comes from another thread. The JDK ends it when it is collected.
            deflater = new Deflater(LEVEL, true);
            reused = deflater;
        }
        return deflater;
    }

    private static void append(byte[] bytes, WireBuffer to) {
        System.arraycopy(bytes, 0, to.reserve(bytes.length), to.size(), bytes.length);
        to.advance(bytes.length);
    }

    private static byte[] littleEndian(int number) {
        return new byte[] {(byte) number, (byte) (number >>> 8), (byte) (number >>> 16), (byte) (number >>> 24)};
    }
}
