package io.pixsim.logging.test.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;

import io.pixsim.logging.test.wire.BulkRequest.Item;
import org.jspecify.annotations.Nullable;

/**
 * A request to the bulk API: a 200 that tells for each event what became of it. An event whose id is there already is a
 * conflict, and not stored twice.
 *
 * @param items the events of the call
 * @param backend where they go
 */
record BulkIntake(List<Item> items, Backend backend) implements Intake {

    private static final int CREATED = 201;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;

    private static final Map<Integer, String> TYPES = Map.of(
            400,
            "document_parsing_exception",
            403,
            "security_exception",
            CONFLICT,
            "version_conflict_engine_exception",
            TOO_MANY_REQUESTS,
            "es_rejected_execution_exception",
            503,
            "unavailable_shards_exception");

    @Override
    public Reply all() {
        return each(place -> CREATED);
    }

    /** An engine that has no room wants the others again. */
    @Override
    public Reply first(int atMost) {
        return each(place -> place < atMost ? CREATED : TOO_MANY_REQUESTS);
    }

    @Override
    public Reply allBut(Set<Integer> bad, int status) {
        return each(place -> bad.contains(place) ? status : CREATED);
    }

    @Override
    public Reply error(int status, String message) {
        return Reply.json(status, Map.of("error", Map.of("type", type(status), "reason", message), "status", status));
    }

    private Reply each(IntUnaryOperator statusByPlace) {
        List<Map<String, Object>> results = new ArrayList<>();
        boolean errors = false;
        for (int place = 0; place < items.size(); place++) {
            Item item = items.get(place);
            int status = statusByPlace.applyAsInt(place);
            if (status == CREATED && !backend.storeUnder(item.id(), item.event())) {
                status = CONFLICT;
            }
            errors |= status != CREATED;
            results.add(Map.of(item.action(), result(item, status)));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("took", 1);
        body.put("errors", errors);
        body.put("items", results);
        return Reply.json(200, body);
    }

    private static Map<String, @Nullable Object> result(Item item, int status) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("_index", item.index());
        result.put("_id", item.id());
        result.put("status", status);
        if (status != CREATED) {
            result.put("error", Map.of("type", type(status), "reason", "as the test asked"));
        }
        return result;
    }

    private static String type(int status) {
        return TYPES.getOrDefault(status, "exception");
    }
}
