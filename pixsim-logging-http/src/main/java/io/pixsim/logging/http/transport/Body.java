package io.pixsim.logging.http.transport;

import java.io.IOException;
import java.util.List;

import io.pixsim.logging.http.wire.WireBuffer;
import io.pixsim.logging.http.wire.WireFormat;
import okhttp3.MediaType;
import okio.BufferedSink;

/**
 * What a batch is sent as. Where the format knows the length beforehand it is written while it is sent, so that no buffer
 * holds all of it: at full load that would be as much memory again as the queue has. For one thread.
 */
final class Body {

    private final WireFormat format;
    private final List<byte[]> events;
    private final Buffers buffers;
    private final MediaType mediaType;
    private final long length;

    Body(WireFormat format, List<byte[]> events, Buffers buffers) {
        this.format = format;
        this.events = events;
        this.buffers = buffers;
        this.mediaType = MediaType.get(format.mediaType());
        this.length = format.length(events);
        if (isReady()) {
            buffers.plain.clear();
            format.write(events, buffers.plain);
        }
    }

    private boolean isReady() {
        return length == WireFormat.UNKNOWN;
    }

    /** Not packed. */
    long length() {
        return isReady() ? buffers.plain.size() : length;
    }

    OneShotBody plain() {
        return isReady() ? new Bytes(mediaType, buffers.plain) : new Parts();
    }

    OneShotBody packed() {
        Gzip gzip = buffers.gzip;
        gzip.begin(buffers.packed);
        if (isReady()) {
            gzip.add(buffers.plain, buffers.packed);
        } else {
            int next = 0;
            while (next < events.size()) {
                next = writePart(next);
                gzip.add(buffers.plain, buffers.packed);
            }
        }
        gzip.end(buffers.packed);
        return new Bytes(mediaType, buffers.packed);
    }

    private int writePart(int from) {
        buffers.plain.clear();
        return format.writePart(events, from, OneShotBody.PART, buffers.plain);
    }

    /** Used again for each request of an endpoint. */
    static final class Buffers {
        private final WireBuffer plain = new WireBuffer();
        private final WireBuffer packed = new WireBuffer();
        private final Gzip gzip = new Gzip();
    }

    /** Is there already. */
    private static final class Bytes extends OneShotBody {

        private final WireBuffer bytes;

        Bytes(MediaType mediaType, WireBuffer bytes) {
            super(mediaType, bytes.size());
            this.bytes = bytes;
        }

        @Override
        void writeAll(BufferedSink sink) throws IOException {
            for (int at = 0; at < bytes.size(); at += PART) {
                sink.write(bytes.array(), at, Math.min(PART, bytes.size() - at));
            }
        }
    }

    /** Is written while it is sent. */
    private final class Parts extends OneShotBody {

        Parts() {
            super(mediaType, length);
        }

        @Override
        void writeAll(BufferedSink sink) throws IOException {
            int next = 0;
            while (next < events.size()) {
                next = writePart(next);
                sink.write(buffers.plain.array(), 0, buffers.plain.size());
            }
        }
    }
}
