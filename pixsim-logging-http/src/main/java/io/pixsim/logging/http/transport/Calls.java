package io.pixsim.logging.http.transport;

import java.io.IOException;

import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The calls of a transport: one at a time, each on the thread that sends, and any thread may break off the one. */
final class Calls implements AutoCloseable {

    private final OkHttpClient client;
    private volatile @Nullable Call current;
    private volatile boolean closed;

    Calls(OkHttpClient client) {
        this.client = client;
    }

    Response execute(Request request) throws IOException {
        Call call = client.newCall(request);
        // First shown, then looked at the flag; close() does it the other way round. One of the two sees the other.
        current = call;
        if (closed) {
            throw new ClosedException();
        }
        return call.execute();
    }

    /** The answer is read. Without this, the last batch would stay in memory until the next one. */
    void ended() {
        current = null;
    }

    @Override
    public void close() {
        closed = true;
        Call call = current;
        if (call != null) {
            call.cancel();
        }
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    /** Its name is the reason that people read. */
    private static final class ClosedException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
