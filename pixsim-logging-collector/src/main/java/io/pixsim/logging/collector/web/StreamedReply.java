package io.pixsim.logging.collector.web;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.Semaphore;

import io.pixsim.logging.collector.query.Chunks;
import io.pixsim.logging.collector.query.GzipChunks;
import io.pixsim.logging.collector.store.StoreException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.Callback;

/**
 * An answer that is written part by part: the next one is made when the client has taken the one before. A slow client holds
 * one small part in memory and no thread. One that fits into a part is answered whole.
 */
final class StreamedReply implements Runnable {

    private final Exchange exchange;
    private final String mediaType;
    private final Workers workers;
    private final Semaphore packers;
    private final Failures failures;
    private Chunks chunks;
    private boolean takesGzip;
    private boolean packs;
    private boolean begun;

    /** An answer, made by workers; what packs it takes memory, so no more of them are packed at a time than there are packers. */
    StreamedReply(
            Exchange exchange, String mediaType, Chunks chunks, Workers workers, Semaphore packers, Failures failures) {
        this.exchange = exchange;
        this.mediaType = mediaType;
        this.chunks = chunks;
        this.workers = workers;
        this.packers = packers;
        this.failures = failures;
    }

    void start() {
        takesGzip = exchange.takesGzip();
        boolean isPacked = mediaType.endsWith(Gzip.NAME);
        packs = isPacked && packers.tryAcquire();
        if (isPacked && !packs) {
            end();
            exchange.reply(Reply.later(503, "busy", "too many packed answers are on their way, try again later"));
            return;
        }
        goOn();
    }

    private void goOn() {
        if (!workers.submit(this)) {
            end();
            exchange.reply(Reply.later(503, "busy", "too many questions wait, try again later"));
        }
    }

    @Override
    public void run() {
        try {
            byte[] part = chunks.next();
            if (!begun && chunks.isDone()) {
                end();
                exchange.reply(new Reply(200, mediaType, Map.of(), part));
                return;
            }
            write(begun ? part : begin(part));
        } catch (StoreException | RuntimeException e) {
            end();
            exchange.reply(failures.reply(e));
        }
    }

    private byte[] begin(byte[] part) throws StoreException {
        begun = true;
        exchange.response().getHeaders().put(HttpHeader.CONTENT_TYPE, mediaType);
        if (packs || !takesGzip || !packers.tryAcquire()) {
            return part;
        }
        packs = true;
        exchange.header("Content-Encoding", Gzip.NAME);
        chunks = new GzipChunks(part, chunks);
        return chunks.next();
    }

    private void write(byte[] part) {
        if (part.length == 0 || chunks.isDone()) {
            end();
            exchange.response().write(true, ByteBuffer.wrap(part), exchange.callback());
            return;
        }
        exchange.response().write(false, ByteBuffer.wrap(part), Callback.from(this::goOn, why -> {
            end();
            exchange.callback().failed(why);
        }));
    }

    private void end() {
        chunks.close();
        if (packs) {
            packs = false;
            packers.release();
        }
    }
}
