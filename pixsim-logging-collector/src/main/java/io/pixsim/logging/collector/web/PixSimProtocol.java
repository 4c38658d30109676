package io.pixsim.logging.collector.web;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.collector.ingest.IngestAnswer;
import io.pixsim.logging.collector.ingest.IngestAnswer.Remark;
import io.pixsim.logging.collector.ingest.Ingestion;
import io.pixsim.logging.collector.ingest.body.BodyException;
import io.pixsim.logging.collector.query.Json;

/** Events in JSON, answered as the Python backend answers. */
final class PixSimProtocol implements Protocol {

    private static final int MAX_REMARKS = 100;
    private static final Set<String> LINES =
            Set.of("application/x-ndjson", "application/jsonl", "application/x-jsonlines");

    private final Kind kind;
    private final Ingestion ingestion;

    PixSimProtocol(Kind kind, Ingestion ingestion) {
        this.kind = kind;
        this.ingestion = ingestion;
    }

    /** How many events, and how they are put together. */
    enum Kind {
        SINGLE,
        BATCH,
        LINES
    }

    /** None at all is what simple clients send. */
    @Override
    public boolean takes(String mediaType) {
        return mediaType.isEmpty()
                || mediaType.equals(Wire.MEDIA_TYPE)
                || (mediaType.startsWith("application/") && mediaType.endsWith("+json"))
                || (kind == Kind.LINES && LINES.contains(mediaType));
    }

    @Override
    public String mediaTypes() {
        return kind == Kind.LINES ? "application/x-ndjson" : Wire.MEDIA_TYPE;
    }

    @Override
    public CompletableFuture<Reply> store(Ingestion.Body body) throws BodyException {
        return switch (kind) {
            case SINGLE -> ingestion.single(body).thenApply(PixSimProtocol::singleAnswer);
            case BATCH -> ingestion.batch(body).thenApply(PixSimProtocol::batchAnswer);
            case LINES -> ingestion.lines(body).thenApply(PixSimProtocol::batchAnswer);
        };
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
            remarks(json, "repaired", some(answer.repaired()));
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
            remarks(json, "repaired", some(answer.repaired()));
        }));
    }

    /** Those that are stored all the same. Of the others each is told: who sent them keeps them. */
    private static List<Remark> some(List<Remark> remarks) {
        return remarks.subList(0, Math.min(remarks.size(), MAX_REMARKS));
    }

    private static void remarks(JsonGenerator json, String name, List<Remark> remarks) throws IOException {
        if (remarks.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (Remark remark : remarks) {
            json.writeStartObject();
            json.writeNumberField("index", remark.index());
            json.writeStringField("reason", remark.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
