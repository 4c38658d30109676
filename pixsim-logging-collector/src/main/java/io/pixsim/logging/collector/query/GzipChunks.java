package io.pixsim.logging.collector.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

import io.pixsim.logging.collector.store.StoreException;

/** An answer, packed as it is made. */
public final class GzipChunks implements Chunks {

    private final Chunks plain;
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final GZIPOutputStream gzip;
    private boolean ended;

    /** Packs what others make. */
    public GzipChunks(Chunks plain) {
        this.plain = plain;
        try {
            gzip = new GZIPOutputStream(packed);
        } catch (IOException e) { // bytes in memory take everything
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] next() throws StoreException {
        try {
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

    private void pack(byte[] chunk) throws IOException {
        if (chunk.length == 0) {
            ended = true;
            gzip.finish();
        } else {
            gzip.write(chunk);
        }
    }
}
