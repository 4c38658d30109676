package io.pixsim.logging.collector.store.postgres;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.contract.DayClock;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.StoreException;

/** A store whose days the test lets pass. */
abstract class DaysFixture {

    static final Instant MONDAY = Instant.parse("2026-11-23T12:00:00Z");

    final DayClock clock = new DayClock(MONDAY);

    static void append(LogStore store, String level, String service, String message) throws Exception {
        LogEntry entry = LogEntry.builder()
                .micros(EntryTime.micros(MONDAY))
                .severity(Severity.parse(level).orElseThrow())
                .set(Column.LEVEL, level)
                .set(Column.SERVICE, service)
                .set(Column.MSG, message)
                .build();
        store.append(new Append(null, List.of(entry))).get(60, TimeUnit.SECONDS);
    }

    static List<Object> messages(LogStore store) throws StoreException {
        return store.query(EntryQuery.first(EntryFilter.all(), Order.ARRIVAL, 100)).entries().stream()
                .map(entry -> entry.get(Column.MSG))
                .toList();
    }
}
