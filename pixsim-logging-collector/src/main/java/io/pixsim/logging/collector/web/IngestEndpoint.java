package io.pixsim.logging.collector.web;

import java.util.Locale;
import java.util.concurrent.Executor;

import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.collector.ingest.Ingestion;
import io.pixsim.logging.collector.ingest.body.BodyException;
import org.jspecify.annotations.Nullable;

/** Takes events in. No thread waits for a body or for the disk. */
final class IngestEndpoint {

    private static final int MAX_BATCH_ID = 200;
    private static final long BYTES_ON_THEIR_WAY = 64L << 20;

    private final int maxBodyBytes;
    private final Workers workers;
    private final Executor answering;
    private final Failures failures;
    private final BodyBudget budget;

    IngestEndpoint(int maxBodyBytes, Workers workers, Executor answering, Failures failures) {
        this.maxBodyBytes = maxBodyBytes;
        this.workers = workers;
        this.answering = answering;
        this.failures = failures;
        this.budget = new BodyBudget(Math.max(BYTES_ON_THEIR_WAY, maxBodyBytes));
    }

    /** Takes what a request brings, in whichever way. */
    void take(Exchange exchange, Protocol protocol) {
        if (!protocol.takes(mediaType(exchange.header("Content-Type")))) {
            exchange.reply(Reply.error(415, "unsupported_media_type", "Content-Type is not " + protocol.mediaTypes()));
            return;
        }
        // By this our forwarder learns that it may pack what it sends.
        exchange.header("Accept-Encoding", "gzip");
        BodyReader.read(exchange, maxBodyBytes, budget, body -> {
            Runnable work = () -> {
                try {
                    store(exchange, body, protocol);
                } finally {
                    budget.giveBack(body.length);
                }
            };
            if (!workers.submit(work)) {
                budget.giveBack(body.length);
                exchange.reply(Reply.later(429, "busy", "too many requests wait, try again later"));
            }
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // its end is the answer
    private void store(Exchange exchange, byte[] bytes, Protocol protocol) {
        try {
            protocol.store(new Ingestion.Body(bytes, exchange.header("Content-Encoding"), batchId(exchange)))
                    .exceptionally(failures::reply)
                    .thenAcceptAsync(exchange::reply, answering);
        } catch (BodyException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            exchange.reply(failures.reply(e));
        }
    }

    private static @Nullable String batchId(Exchange exchange) {
        String id = exchange.header(Wire.BATCH_ID_HEADER);
        return id == null || id.isBlank() || id.length() > MAX_BATCH_ID ? null : id;
    }

    private static String mediaType(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
