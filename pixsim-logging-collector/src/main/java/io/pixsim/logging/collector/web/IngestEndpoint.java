package io.pixsim.logging.collector.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.collector.ingest.IngestAnswer;
import io.pixsim.logging.collector.ingest.IngestAnswer.Remark;
import io.pixsim.logging.collector.ingest.Ingestion;
import io.pixsim.logging.collector.ingest.body.BodyException;
import io.pixsim.logging.collector.query.Json;
import org.jspecify.annotations.Nullable;

/** Takes events in. No thread waits for a body or for the disk. */
final class IngestEndpoint {

    private static final int MAX_REMARKS = 100;
    private static final int MAX_BATCH_ID = 200;
    private static final long MAX_BYTES_ON_THEIR_WAY = 64L << 20;

    private final Ingestion ingestion;
    private final int maxBodyBytes;
    private final Workers workers;
    private final Executor answering;
    private final Failures failures;
    private final BodyBudget budget = new BodyBudget(MAX_BYTES_ON_THEIR_WAY);

    IngestEndpoint(Ingestion ingestion, int maxBodyBytes, Workers workers, Executor answering, Failures failures) {
        this.ingestion = ingestion;
        this.maxBodyBytes = maxBodyBytes;
        this.workers = workers;
        this.answering = answering;
        this.failures = failures;
    }

    /** The step from a body to what is stored of it. */
    private interface Step {

        CompletableFuture<IngestAnswer> take(Ingestion.Body body) throws BodyException;
    }

    void batch(Exchange exchange) {
        take(exchange, ingestion::batch, IngestEndpoint::batchAnswer);
    }

    void single(Exchange exchange) {
        take(exchange, ingestion::single, IngestEndpoint::singleAnswer);
    }

    /** How an answer is told. */
    private interface Telling {

        Reply tell(IngestAnswer answer);
    }

    private void take(Exchange exchange, Step step, Telling telling) {
        if (!isJson(exchange.header("Content-Type"))) {
            exchange.reply(Reply.error(415, "unsupported_media_type", "Content-Type is not " + Wire.MEDIA_TYPE));
            return;
        }
        // By this our forwarder learns that it may pack what it sends.
        exchange.header("Accept-Encoding", "gzip");
        BodyReader.read(exchange, maxBodyBytes, budget, body -> {
            Runnable work = () -> {
                try {
                    store(exchange, body, step, telling);
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
    private void store(Exchange exchange, byte[] bytes, Step step, Telling telling) {
        try {
            step.take(new Ingestion.Body(bytes, exchange.header("Content-Encoding"), batchId(exchange)))
                    .thenApply(telling::tell)
                    .exceptionally(failures::reply)
                    .thenAcceptAsync(exchange::reply, answering);
        } catch (BodyException | RuntimeException | StackOverflowError e) {
            exchange.reply(failures.reply(e));
        }
    }

    private static @Nullable String batchId(Exchange exchange) {
        String id = exchange.header(Wire.BATCH_ID_HEADER);
        return id == null || id.isBlank() || id.length() > MAX_BATCH_ID ? null : id;
    }

    /** None at all is what simple clients send; a form or plain text is what a foreign page can send unasked. */
    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return true;
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals(Wire.MEDIA_TYPE) || (type.startsWith("application/") && type.endsWith("+json"));
    }

    private static Reply singleAnswer(IngestAnswer answer) {
        return Reply.json(Json.object(json -> {
            json.writeBooleanField(Wire.SUCCESS, true);
            if (answer.logId() == 0) {
                json.writeNullField("log_id");
            } else {
                json.writeNumberField("log_id", answer.logId());
            }
            json.writeNullField(Wire.COUNT);
            json.writeStringField(
                    "message", answer.repeated() > 0 ? "Log was ingested before" : "Log ingested successfully");
            remarks(json, "repaired", answer.repaired());
        }));
    }

    private static Reply batchAnswer(IngestAnswer answer) {
        if (answer.count() == 0 && answer.sent() > 0) {
            Remark first = answer.rejected().get(0);
            return Reply.invalid(
                    "body", "logs", "none of " + answer.sent() + " logs is an event; the first is " + first.reason());
        }
        return Reply.json(Json.object(json -> {
            json.writeBooleanField(Wire.SUCCESS, true);
            json.writeNullField("log_id");
            json.writeNumberField(Wire.COUNT, answer.count());
            json.writeStringField("message", "Ingested " + answer.count() + " logs successfully");
            if (answer.repeated() > 0) {
                json.writeNumberField("repeated", answer.repeated());
            }
            remarks(json, "rejected", answer.rejected());
            remarks(json, "repaired", answer.repaired());
        }));
    }

    private static void remarks(JsonGenerator json, String name, List<Remark> remarks) throws IOException {
        if (remarks.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (Remark remark : remarks.subList(0, Math.min(remarks.size(), MAX_REMARKS))) {
            json.writeStartObject();
            json.writeNumberField("index", remark.index());
            json.writeStringField("reason", remark.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
