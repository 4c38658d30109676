package io.pixsim.logging.http.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.pixsim.logging.catalog.Wire;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A PixSim batch, <code>{"logs":[a,b,c]}</code>, put together from finished events while it is written: no event is
 * copied, and it can be written any number of times.
 */
final class PixSimBody extends RequestBody {

    private static final MediaType MEDIA_TYPE = MediaType.get(Wire.MEDIA_TYPE);
    private static final byte[] HEAD = ("{\"" + Wire.LOGS + "\":[").getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TAIL = "]}".getBytes(StandardCharsets.US_ASCII);

    private final List<byte[]> events;
    private final long length;

    PixSimBody(List<byte[]> events) {
        this.events = events;
        long commas = Math.max(0, events.size() - 1);
        this.length = HEAD.length
                + commas
                + TAIL.length
                + events.stream().mapToLong(event -> event.length).sum();
    }

    @Override
    public @Nullable MediaType contentType() {
        return MEDIA_TYPE;
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(HEAD);
        for (int i = 0; i < events.size(); i++) {
            if (i > 0) {
                sink.writeByte(',');
            }
            sink.write(events.get(i));
        }
        sink.write(TAIL);
    }
}
