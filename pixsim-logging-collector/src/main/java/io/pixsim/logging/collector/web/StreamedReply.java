package io.pixsim.logging.collector.web;

import java.nio.ByteBuffer;

import io.pixsim.logging.collector.query.Chunks;
import io.pixsim.logging.collector.query.GzipChunks;
import io.pixsim.logging.collector.store.StoreException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.Callback;

/**
 * An answer that is written part by part: the next one is made when the client has taken the one before. A slow client holds
 * one part in memory and no thread.
 */
final class StreamedReply implements Runnable {

    private final Exchange exchange;
    private final String mediaType;
    private final boolean packed;
    private final Chunks chunks;
    private final Workers workers;
    private final Failures failures;

    StreamedReply(Exchange exchange, String mediaType, Chunks chunks, Workers workers, Failures failures) {
        this.exchange = exchange;
        this.mediaType = mediaType;
        this.packed = exchange.takesGzip() && !mediaType.endsWith(Gzip.NAME);
        this.chunks = packed ? new GzipChunks(chunks) : chunks;
        this.workers = workers;
        this.failures = failures;
    }

    void start() {
        if (!workers.submit(this)) {
            chunks.close();
            exchange.reply(Reply.later(503, "busy", "too many questions wait, try again later"));
        }
    }

    @Override
    public void run() {
        byte[] chunk;
        try {
            chunk = chunks.next();
        } catch (StoreException | RuntimeException e) {
            chunks.close();
            exchange.reply(failures.reply(e));
            return;
        }
        if (!exchange.response().isCommitted()) {
            exchange.response().getHeaders().put(HttpHeader.CONTENT_TYPE, mediaType);
            if (packed) {
                exchange.header("Content-Encoding", Gzip.NAME);
            }
        }
        if (chunk.length == 0) {
            chunks.close();
            exchange.response().write(true, null, exchange.callback());
            return;
        }
        exchange.response().write(false, ByteBuffer.wrap(chunk), Callback.from(this::start, this::cutOff));
    }

    private void cutOff(Throwable why) {
        chunks.close();
        exchange.callback().failed(why);
    }
}
