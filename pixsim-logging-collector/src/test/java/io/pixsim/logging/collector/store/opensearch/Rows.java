package io.pixsim.logging.collector.store.opensearch;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.StoreException;

/** Entries for tests, and the ways in and out. */
final class Rows {

    static final Instant MONDAY = Instant.parse("2026-11-23T12:00:00Z");

    private Rows() {}

    static LogEntry.Builder row(String message) {
        return LogEntry.builder()
                .micros(EntryTime.micros(MONDAY))
                .severity(Severity.INFO)
                .set(Column.LEVEL, "info")
                .set(Column.SERVICE, "a")
                .set(Column.ENV, "dev")
                .set(Column.MSG, message);
    }

    static LogEntry row(String message, String uid) {
        return row(message).uid(uid).build();
    }

    static Appended append(LogStore store, LogEntry... entries) throws Exception {
        return store.append(new Append(null, List.of(entries))).get(2, TimeUnit.MINUTES);
    }

    static List<Object> messages(LogStore store) throws StoreException {
        return messages(store, EntryFilter.all());
    }

    static List<Object> messages(LogStore store, EntryFilter filter) throws StoreException {
        return store.query(EntryQuery.first(filter, Order.ARRIVAL, 1000)).entries().stream()
                .map(entry -> entry.get(Column.MSG))
                .toList();
    }
}
