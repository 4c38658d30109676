package io.pixsim.logging.http.client;

import java.io.IOException;

import io.pixsim.logging.web.client.LoggedCall;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** Counts a body whose length nobody knows before it is sent. Sent again, it is counted again. */
final class CountedRequestBody extends RequestBody {

    private final RequestBody body;
    private final LoggedCall call;

    CountedRequestBody(RequestBody body, LoggedCall call) {
        this.body = body;
        this.call = call;
    }

    @Override
    public @Nullable MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
        return body.contentLength();
    }

    @Override
    public boolean isDuplex() {
        return body.isDuplex();
    }

    @Override
    public boolean isOneShot() {
        return body.isOneShot();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        BufferedSink counted = Okio.buffer(new Counted(sink, call));
        body.writeTo(counted);
        if (!body.isDuplex()) { // a duplex body is written on, and flushed, by whoever took the sink
            counted.emit();
        }
    }

    private static final class Counted extends ForwardingSink {

        private final LoggedCall call;
        private long bytes;

        Counted(BufferedSink sink, LoggedCall call) {
            super(sink);
            this.call = call;
        }

        @Override
        public void write(Buffer source, long byteCount) throws IOException {
            super.write(source, byteCount);
            bytes += byteCount;
            call.requestSize(bytes);
        }
    }
}
