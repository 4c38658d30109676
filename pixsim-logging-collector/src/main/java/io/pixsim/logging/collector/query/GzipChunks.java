package io.pixsim.logging.collector.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

import io.pixsim.logging.collector.store.StoreException;
import org.jspecify.annotations.Nullable;

/** An answer, packed as it is made. Nothing of it is there before the first part that it packs. */
public final class GzipChunks implements Chunks {

    private final Chunks plain;
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private @Nullable GZIPOutputStream gzip;
    private byte[] first = {};
    private boolean ended;

    /** Packs what others make. */
    public GzipChunks(Chunks plain) {
        this.plain = plain;
    }

    /** Packs a part that others made, and what they make from now on. */
    public GzipChunks(byte[] first, Chunks plain) {
        this.plain = plain;
        this.first = first.clone();
    }

    @Override
    public byte[] next() throws StoreException {
        try {
            if (first.length > 0) {
                pack(first);
                first = new byte[0];
            }
            while (!ended && packed.size() == 0) {
                pack(plain.next());
            }
        } catch (IOException e) { // bytes in memory take everything
            throw new UncheckedIOException(e);
        }
        byte[] chunk = packed.toByteArray();
        packed.reset();
        return chunk;
    }

    @Override
    public boolean isDone() {
        return ended;
    }

    private void pack(byte[] chunk) throws IOException {
        GZIPOutputStream to = gzip();
        if (chunk.length == 0) {
            ended = true;
            to.close();
        } else {
            to.write(chunk);
        }
    }

    private GZIPOutputStream gzip() throws IOException {
        GZIPOutputStream begun = gzip;
        if (begun == null) {
            begun = new GZIPOutputStream(packed);
            gzip = begun;
        }
        return begun;
    }

    @Override
    public void close() {
        plain.close();
        if (gzip == null) {
            return;
        }
        try {
            gzip.close();
        } catch (IOException e) { // bytes in memory take everything
            throw new UncheckedIOException(e);
        }
    }
}
