package io.pixsim.logging.http.queue;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import org.jspecify.annotations.Nullable;

/**
 * Packs bytes that repeat themselves, as log events do, with the least effort: by code of the JDK that is as quick in the
 * first second of a process as later. Packing is not for use by many threads.
 */
final class BlockCodec {

    private @Nullable Deflater reused;
    private byte[] out = new byte[0];

    byte[] pack(byte[] source, int length) {
        Deflater deflater = deflater();
        deflater.setInput(source, 0, length);
        deflater.finish();
        int end = 0;
        while (!deflater.finished()) {
            if (end == out.length) {
                out = Arrays.copyOf(out, Math.max(length / 4 + 64, 2 * out.length));
            }
            end += deflater.deflate(out, end, out.length - end);
        }
        return Arrays.copyOf(out, end);
    }

    /** Made when it is needed: it holds a quarter of a megabyte outside of the heap. The JDK ends it when it is collected. */
    private Deflater deflater() {
        Deflater deflater = reused;
        if (deflater == null) {
            deflater = new Deflater(Deflater.BEST_SPEED, true);
            reused = deflater;
        }
        deflater.reset();
        return deflater;
    }

    /** Unpacks what {@link #pack} gave, into bytes that have room for it. For any thread. */
    static void unpack(byte[] packed, byte[] to, int length) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            int end = 0;
            while (end < length && !inflater.finished()) {
                end += inflater.inflate(to, end, length - end);
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException("what was packed here can't be unpacked", e);
        } finally {
            inflater.end();
        }
    }
}
