package io.pixsim.logging.http.transport;

import java.io.IOException;

import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * A body that the client is not to repeat. With that, it goes on to the next address of a host that can't be connected to,
 * but never sends a second time what may have arrived.
 */
abstract class OneShotBody extends RequestBody {

    /** What the client copies at once: as much as it has buffers for that it uses again and again. */
    static final int PART = 56 * 1024;

    private final MediaType mediaType;
    private final long length;
    private volatile boolean begun;

    OneShotBody(MediaType mediaType, long length) {
        this.mediaType = mediaType;
        this.length = length;
    }

    abstract void writeAll(BufferedSink sink) throws IOException;

    /** Whether any of it has left. */
    final boolean hasBegun() {
        return begun;
    }

    @Override
    public final MediaType contentType() {
        return mediaType;
    }

    @Override
    public final long contentLength() {
        return length;
    }

    @Override
    public final boolean isOneShot() {
        return true;
    }

    @Override
    public final void writeTo(BufferedSink sink) throws IOException {
        begun = true;
        writeAll(sink);
    }
}
