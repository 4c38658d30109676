package io.pixsim.logging.collector.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import io.pixsim.logging.collector.contract.DayClock;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.ColumnType;
import io.pixsim.logging.collector.entry.EntryId;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Order;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries that are stored together are stored as they would be one by one. */
class InsertsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final int MOST = 100_000;

    @TempDir
    Path folder;

    private final Random random = new Random(23);
    private final DayClock clock = new DayClock(MONDAY);

    @Test
    void whateverColumnsAreFilledComesBack() throws Exception {
        try (SqliteStore store = SqliteStore.open(folder, SqliteOptions.standard(), clock)) {
            List<String> sent = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                List<LogEntry> batch = new ArrayList<>();
                for (int j = random.nextInt(100); j >= 0; j--) {
                    batch.add(entry(null));
                }
                batch.forEach(entry -> sent.add(told(entry)));
                store.append(new Append(null, batch)).get();
            }

            assertThat(stored(store).stream().map(InsertsTest::told)).isEqualTo(sent);
        }
    }

    @Test
    void aUidThatWasThereCostsNoOtherEntryAndNoId() throws Exception {
        try (SqliteStore store = SqliteStore.open(folder, SqliteOptions.standard(), clock)) {
            Map<String, Long> ids = new TreeMap<>();
            long lastId = 0;
            for (int i = 0; i < 200; i++) {
                List<LogEntry> batch = new ArrayList<>();
                List<Integer> repeats = new ArrayList<>();
                int fresh = random.nextBoolean() ? MOST : 1_000;
                for (int j = random.nextInt(90); j >= 0; j--) {
                    String uid = "run-" + random.nextInt(fresh);
                    if (ids.containsKey(uid)) {
                        repeats.add(batch.size());
                    } else {
                        ids.put(uid, ++lastId);
                    }
                    batch.add(entry(uid));
                }

                Appended appended = store.append(new Append(null, batch)).get();

                assertThat(appended.repeats()).isEqualTo(repeats);
                assertThat(appended.stored()).isEqualTo(batch.size() - repeats.size());
            }
            Map<String, Long> found = new TreeMap<>();
            stored(store).forEach(entry -> found.put(String.valueOf(entry.uid()), entry.id()));
            assertThat(found).isEqualTo(ids);
        }
    }

    private static List<LogEntry> stored(SqliteStore store) throws Exception {
        return store.query(EntryQuery.first(EntryFilter.all(), Order.ARRIVAL, MOST))
                .entries();
    }

    private LogEntry entry(String uid) {
        LogEntry.Builder entry = LogEntry.builder()
                .micros(EntryTime.micros(MONDAY) - random.nextLong(Tally.HOUR))
                .uid(uid)
                .extra(random.nextBoolean() ? null : "{\"n\":" + random.nextInt(100) + "}");
        int filled = random.nextInt();
        for (Column column : Column.all()) {
            if ((filled >> Column.all().indexOf(column) & 1) == 1) {
                entry.set(column, value(column.type()));
            }
        }
        return entry.build();
    }

    private Object value(ColumnType type) {
        return switch (type) {
            case TEXT -> "text " + random.nextInt(10);
            case ID -> new EntryId(String.valueOf(random.nextInt(10)), random.nextBoolean());
            case INTEGER -> random.nextLong();
        };
    }

    private static String told(LogEntry entry) {
        List<Object> told = new ArrayList<>(List.of(entry.micros()));
        Column.all().forEach(column -> told.add(detail(entry.get(column))));
        told.add(String.valueOf(entry.extra()));
        return told.toString();
    }

    private static String detail(@Nullable Object value) {
        return value instanceof EntryId id ? id.text() + id.isNumber() : String.valueOf(value);
    }
}
