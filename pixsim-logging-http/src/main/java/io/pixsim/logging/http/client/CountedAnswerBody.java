package io.pixsim.logging.http.client;

import java.io.IOException;

import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** Counts the body of an answer as it is read, and logs the call when it ends, is closed, or fails. */
final class CountedAnswerBody extends ResponseBody {

    private final ResponseBody body;
    private final BufferedSource source;

    CountedAnswerBody(ResponseBody body, Ending ending) {
        this.body = body;
        this.source = Okio.buffer(new Counted(body, ending));
    }

    @Override
    public @Nullable MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public BufferedSource source() {
        return source;
    }

    private static final class Counted extends ForwardingSource {

        private final Ending ending;
        private long bytes;

        Counted(ResponseBody body, Ending ending) {
            super(body.source());
            this.ending = ending;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            try {
                long read = super.read(sink, byteCount);
                if (read < 0) {
                    complete();
                } else {
                    bytes += read;
                }
                return read;
            } catch (Throwable e) { // told, and thrown on as it is
                ending.logged().responseSize(bytes);
                ending.failed(e);
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            complete();
            super.close();
        }

        private void complete() {
            ending.logged().responseSize(bytes).complete();
        }
    }
}
