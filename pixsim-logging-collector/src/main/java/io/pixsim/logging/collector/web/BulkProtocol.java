package io.pixsim.logging.collector.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pixsim.logging.collector.ingest.IngestAnswer;
import io.pixsim.logging.collector.ingest.IngestAnswer.Remark;
import io.pixsim.logging.collector.ingest.Ingestion;
import io.pixsim.logging.collector.ingest.body.BodyException;
import io.pixsim.logging.collector.ingest.bulk.BulkItem;
import io.pixsim.logging.collector.query.Json;
import org.jspecify.annotations.Nullable;

/** The bulk API of Elasticsearch and OpenSearch: item by item. */
final class BulkProtocol implements Protocol {

    private final Ingestion ingestion;
    private final @Nullable String index;
    private final FilterPath filter;
    private final long start = System.nanoTime();

    /**
     * The API.
     *
     * @param index where documents go that do not say, or null
     * @param filter what of the answer is wanted
     */
    BulkProtocol(Ingestion ingestion, @Nullable String index, FilterPath filter) {
        this.ingestion = ingestion;
        this.index = index;
        this.filter = filter;
    }

    @Override
    public boolean takes(String mediaType) {
        return mediaType.equals("application/x-ndjson")
                || mediaType.equals(Reply.JSON)
                || mediaType.startsWith("application/vnd.elasticsearch+");
    }

    @Override
    public String mediaTypes() {
        return "application/x-ndjson";
    }

    @Override
    public CompletableFuture<Reply> store(Ingestion.Body body) throws BodyException {
        return ingestion.bulk(body, index).thenApply(bulk -> Reply.json(Json.object(json -> write(json, bulk))));
    }

    private void write(JsonGenerator json, Ingestion.Bulk bulk) throws IOException {
        IngestAnswer answer = bulk.answer();
        if (filter.lets("took")) {
            json.writeNumberField("took", (System.nanoTime() - start) / 1_000_000);
        }
        if (filter.lets("errors")) {
            json.writeBooleanField("errors", !answer.rejected().isEmpty());
        }
        if (filter.lets("items")) {
            json.writeArrayFieldStart("items");
            items(json, bulk.items(), answer);
            json.writeEndArray();
        }
    }

    private void items(JsonGenerator json, List<BulkItem> items, IngestAnswer answer) throws IOException {
        Map<Integer, String> reasons = answer.rejected().stream()
                .collect(Collectors.toMap(Remark::index, Remark::reason, (one, other) -> one, LinkedHashMap::new));
        for (int i = 0; i < items.size(); i++) {
            BulkItem item = items.get(i);
            json.writeStartObject();
            json.writeObjectFieldStart(item.action());
            item(json, item, reasons.get(i));
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private void item(JsonGenerator json, BulkItem item, @Nullable String reason) throws IOException {
        String path = "items." + item.action() + ".";
        member(json, path, "_index", item.index());
        member(json, path, "_id", item.id());
        if (reason == null) {
            member(json, path, "result", "created");
        }
        if (filter.lets(path + "status")) {
            json.writeNumberField("status", reason == null ? 201 : 400);
        }
        if (reason != null && filter.lets(path + "error")) {
            json.writeObjectFieldStart("error");
            member(json, path + "error.", "type", "document_parsing_exception");
            member(json, path + "error.", "reason", "the document is " + reason);
            json.writeEndObject();
        }
    }

    private void member(JsonGenerator json, String path, String name, @Nullable String value) throws IOException {
        if (value != null && filter.lets(path + name)) {
            json.writeStringField(name, value);
        }
    }

    @Override
    public Reply refusal(Reply reply) {
        Reply.Problem problem = reply.problem();
        int status = reply.status() == 422 ? 400 : reply.status();
        byte[] body = Json.object(json -> {
            json.writeObjectFieldStart("error");
            json.writeStringField("type", problem == null ? "exception" : problem.code() + "_exception");
            json.writeStringField("reason", problem == null ? "" : problem.message());
            json.writeEndObject();
            json.writeNumberField("status", status);
        });
        return new Reply(status, Reply.JSON, reply.headers(), body);
    }
}
