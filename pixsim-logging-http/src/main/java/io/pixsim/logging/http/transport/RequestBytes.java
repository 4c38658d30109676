package io.pixsim.logging.http.transport;

import java.io.IOException;

import io.pixsim.logging.http.wire.WireBuffer;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * A body that is ready. One-shot: with that, the client goes on to the next address of a host that can't be connected to,
 * but never sends a second time what may have arrived.
 */
final class RequestBytes extends RequestBody {

    /** What the client copies at once: as much as it has buffers for that it uses again and again. */
    private static final int PART = 56 * 1024;

    private final MediaType mediaType;
    private final WireBuffer bytes;
    private volatile boolean begun;

    RequestBytes(MediaType mediaType, WireBuffer bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    /** Whether any of it has left. */
    boolean hasBegun() {
        return begun;
    }

    @Override
    public MediaType contentType() {
        return mediaType;
    }

    @Override
    public long contentLength() {
        return bytes.size();
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        begun = true;
        for (int at = 0; at < bytes.size(); at += PART) {
            sink.write(bytes.array(), at, Math.min(PART, bytes.size() - at));
        }
    }
}
