package io.pixsim.logging.test.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.test.ingest.IngestServer.Generation;
import io.pixsim.logging.test.recording.Recording;
import org.jspecify.annotations.Nullable;

/** Stores rows as one generation of the Python backend does, in memory. */
final class Backend {

    private final Generation generation;
    private final ErrorBodies errors;
    private final RowCheck check;
    private final Recording<StoredRow> rows = new Recording<>();

    private final Set<String> ids = new HashSet<>();
    private long lastId;

    Backend(Generation generation) {
        this.generation = generation;
        this.errors = new ErrorBodies(generation);
        this.check = new RowCheck(generation);
    }

    Generation generation() {
        return generation;
    }

    ErrorBodies errors() {
        return errors;
    }

    Recording<StoredRow> rows() {
        return rows;
    }

    /** One commit per row that stops at the first bad one, or one commit that a bad row takes down. */
    Reply storeBatch(List<Map<String, @Nullable Object>> events) {
        List<Map<String, @Nullable Object>> good = new ArrayList<>();
        for (Map<String, @Nullable Object> event : events) {
            Optional<String> complaint = check.complaint(event);
            if (complaint.isPresent() && generation == Generation.H) {
                return errors.of(500, "Failed to ingest logs: " + complaint.get());
            }
            if (complaint.isPresent()) {
                break;
            }
            good.add(event);
        }
        insert(good);
        return stored(null, good.size(), "Ingested " + good.size() + " logs successfully");
    }

    Reply storeSingle(Map<String, @Nullable Object> event) {
        return check.complaint(event)
                .map(complaint -> errors.of(500, "Failed to ingest log: " + complaint))
                .orElseGet(() -> stored(insert(List.of(event)), null, "Log ingested successfully"));
    }

    /** Stores what no table has rules for. */
    void store(List<Map<String, @Nullable Object>> events) {
        insert(events);
    }

    /** The same, unless there is an event under the id already; whether it was stored. */
    synchronized boolean storeUnder(@Nullable String id, Map<String, @Nullable Object> event) {
        if (id != null && !ids.add(id)) {
            return false;
        }
        insert(List.of(event));
        return true;
    }

    private synchronized long insert(List<Map<String, @Nullable Object>> events) {
        List<StoredRow> batch = new ArrayList<>();
        for (Map<String, @Nullable Object> event : events) {
            lastId++;
            batch.add(StoredRow.of(lastId, event));
        }
        rows.addAll(batch);
        return lastId;
    }

    private static Reply stored(@Nullable Long id, @Nullable Integer count, String message) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put(Wire.SUCCESS, true);
        body.put("log_id", id);
        body.put(Wire.COUNT, count);
        body.put("message", message);
        return Reply.json(200, body);
    }
}
