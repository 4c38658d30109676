package io.pixsim.logging.collector.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.core.JsonGenerator;
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
        List<BulkOutcome> outcomes = outcomes(bulk);
        if (filter.lets("took")) {
            json.writeNumberField("took", (System.nanoTime() - start) / 1_000_000);
        }
        if (filter.lets("errors")) {
            json.writeBooleanField("errors", outcomes.stream().anyMatch(outcome -> outcome.error() != null));
        }
        if (filter.lets("items")) {
            json.writeArrayFieldStart("items");
            for (int i = 0; i < outcomes.size(); i++) {
                BulkItem item = bulk.items().get(i);
                json.writeStartObject();
                json.writeObjectFieldStart(item.action());
                item(json, item, outcomes.get(i));
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static List<BulkOutcome> outcomes(Ingestion.Bulk bulk) {
        List<BulkItem> items = bulk.items();
        List<BulkOutcome> outcomes = new ArrayList<>(Collections.nCopies(items.size(), BulkOutcome.CREATED));
        for (int index : bulk.answer().repeats()) {
            outcomes.set(index, BulkOutcome.repeated(items.get(index)));
        }
        for (Remark remark : bulk.answer().rejected()) {
            outcomes.set(remark.index(), BulkOutcome.refused(remark.reason()));
        }
        return outcomes;
    }

    private void item(JsonGenerator json, BulkItem item, BulkOutcome outcome) throws IOException {
        String path = "items." + item.action() + ".";
        member(json, path, "_index", item.index());
        member(json, path, "_id", item.id());
        member(json, path, "result", outcome.result());
        if (filter.lets(path + "status")) {
            json.writeNumberField("status", outcome.status());
        }
        if (outcome.error() != null && filter.lets(path + "error")) {
            json.writeObjectFieldStart("error");
            member(json, path + "error.", "type", outcome.error());
            member(json, path + "error.", "reason", outcome.reason());
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
