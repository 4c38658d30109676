package io.pixsim.logging.collector.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.RetentionRules;
import io.pixsim.logging.collector.store.Statistics;
import org.junit.jupiter.api.Test;

/** Ids that are drawn at random are found while the day lasts, however they came. */
class RecentIdsTest extends StoreFixture {

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final int BATCHES = 400;
    private static final int MOST = 100_000;

    /** The hashes of both are the same. */
    private static final List<String> ALIKE = List.of("Aa-BB", "BB-Aa");

    private final Random random = new Random(17);
    private final List<LogEntry> stored = new ArrayList<>();

    RecentIdsTest() {
        super(MONDAY);
    }

    @Test
    void eachIsFoundInEveryOrderWithAllThatIsAskedBesideIt() throws Exception {
        fill();

        assertAllAreFound();
    }

    @Test
    void eachIsFoundAfterARestart() throws Exception {
        fill();
        store.close();
        open();
        fill();

        assertAllAreFound();
    }

    @Test
    void eachIsFoundWhenTheDayIsSealed() throws Exception {
        fill();
        clock.nextDay();
        append(List.of(entry("of-tuesday")));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> store.size().days().get(0).sealed());

        assertAllAreFound();
    }

    @Test
    void eachIsFoundInADayOfWhichSomeIsDeleted() throws Exception {
        fill();
        long last = store.lastId();
        clock.nextDay();
        append(List.of(entry("of-tuesday")));
        RetentionRules rules = new RetentionRules(
                1, List.of(new RetentionRules.Rule(Set.of(), "worker", 10)), RetentionRules.ANY_SIZE);

        assertThat(store.retain(rules, LocalDate.parse("2026-11-25")).entries()).isPositive();

        stored.removeIf(entry -> entry.id() <= last && "api".equals(entry.get(Column.SERVICE)));
        assertAllAreFound();
    }

    @Test
    void twoWithOneHashAreTwo() throws Exception {
        assertThat(ALIKE.get(0)).hasSameHashCodeAs(ALIKE.get(1));
        append(List.of(entry(ALIKE.get(0)), entry(ALIKE.get(1)), entry(ALIKE.get(0))));

        assertFound(Column.REQUEST_ID, ALIKE.get(0));
        assertFound(Column.REQUEST_ID, ALIKE.get(1));
    }

    @Test
    void oneThatStandsInEveryEntryIsFoundByPages() throws Exception {
        for (int i = 0; i < 20; i++) {
            List<LogEntry> batch = new ArrayList<>();
            for (int j = 0; j < 500; j++) {
                batch.add(entry("everywhere"));
            }
            append(batch);
        }

        EntryFilter filter =
                EntryFilter.builder().equal(Column.REQUEST_ID, "everywhere").build();
        List<Long> pages = new ArrayList<>();
        EntryQuery query = EntryQuery.first(filter, Order.NEWEST_FIRST, 1_000);
        for (var page = store.query(query); ; page = store.query(query.after(page.next()))) {
            page.entries().forEach(entry -> pages.add(entry.id()));
            if (!page.hasMore()) {
                break;
            }
        }
        assertThat(pages).isEqualTo(expected(entry -> true, Order.NEWEST_FIRST));
    }

    @Test
    void aFileWithAnIndexFromTheBeginningGoesOnWithIt() throws Exception {
        append(List.of(entry("before")));
        store.close();
        try (Connection connection = Connections.openForWriting(folder.resolve("entries-2026-11-23.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE recent_ids");
            for (String index : RecentIds.INDEXES) {
                statement.execute(index);
            }
            statement.execute("PRAGMA user_version = 3");
        }
        open();
        append(List.of(entry("after"), entry("before")));

        assertFound(Column.REQUEST_ID, "before");
        assertFound(Column.REQUEST_ID, "after");
    }

    private void fill() throws Exception {
        for (int i = 0; i < BATCHES; i++) {
            List<LogEntry> batch = new ArrayList<>();
            int size = random.nextInt(10) == 0 ? random.nextInt(300) + 1 : random.nextInt(3) + 1;
            for (int j = 0; j < size; j++) {
                batch.add(entry(random.nextInt(5) == 0 ? null : "req/" + random.nextInt(2 * BATCHES)));
            }
            append(batch);
        }
    }

    private void assertAllAreFound() throws Exception {
        for (int i = 0; i < 60; i++) {
            assertFound(Column.REQUEST_ID, "req/" + random.nextInt(2 * BATCHES));
            assertFound(Column.TRACE_ID, "trace " + random.nextInt(100));
        }
        String request = (String) stored.stream()
                .filter(entry -> entry.get(Column.REQUEST_ID) != null && entry.get(Column.TRACE_ID) != null)
                .findFirst()
                .orElseThrow()
                .get(Column.REQUEST_ID);
        EntryFilter both = EntryFilter.builder()
                .equal(Column.REQUEST_ID, request)
                .equal(Column.TRACE_ID, "trace 7")
                .build();
        assertThat(ids(both, Order.ARRIVAL))
                .isEqualTo(expected(
                        entry -> request.equals(entry.get(Column.REQUEST_ID))
                                && "trace 7".equals(entry.get(Column.TRACE_ID)),
                        Order.ARRIVAL));
    }

    private void assertFound(Column column, String id) throws Exception {
        EntryFilter filter = EntryFilter.builder().equal(column, id).build();
        Predicate<LogEntry> holds = entry -> id.equals(entry.get(column));
        for (Order order : Order.values()) {
            assertThat(ids(filter, order)).isEqualTo(expected(holds, order));
        }
        int count = expected(holds, Order.ARRIVAL).size();
        assertThat(store.count(filter, MOST)).isEqualTo(count);
        Statistics statistics = store.statistics(new Statistics.Request(filter, Tally.HOUR, List.of(Column.SERVICE)));
        long counted = statistics.buckets().values().stream()
                .flatMap(bySeverity -> bySeverity.values().stream())
                .mapToLong(Long::longValue)
                .sum();
        assertThat(counted).isEqualTo(count);
        assertThat(store.distinct(Column.MSG, filter, MOST))
                .containsExactlyInAnyOrderElementsOf(stored.stream()
                        .filter(holds)
                        .map(entry -> entry.get(Column.MSG))
                        .distinct()
                        .toList());
    }

    private List<Long> ids(EntryFilter filter, Order order) throws Exception {
        return store.query(EntryQuery.first(filter, order, MOST)).entries().stream()
                .map(LogEntry::id)
                .toList();
    }

    private List<Long> expected(Predicate<LogEntry> holds, Order order) {
        Comparator<LogEntry> byTime = Comparator.comparing(LogEntry::micros).thenComparing(LogEntry::id);
        Comparator<LogEntry> by = switch (order) {
            case NEWEST_FIRST -> byTime.reversed();
            case OLDEST_FIRST -> byTime;
            case ARRIVAL -> Comparator.comparing(LogEntry::id);
        };
        return stored.stream().filter(holds).sorted(by).map(LogEntry::id).toList();
    }

    private void append(List<LogEntry> batch) throws Exception {
        Appended appended = store.append(new Append(null, batch)).get();
        long id = appended.firstId();
        for (LogEntry entry : batch) {
            stored.add(builder(entry).id(id++).build());
        }
    }

    private LogEntry entry(String request) {
        LogEntry.Builder entry = LogEntry.builder()
                .micros(EntryTime.micros(MONDAY) + random.nextLong(Tally.HOUR))
                .set(Column.LEVEL, "info")
                .set(Column.SERVICE, random.nextBoolean() ? "api" : "worker")
                .set(Column.MSG, "message " + random.nextInt(50))
                .set(Column.REQUEST_ID, request);
        if (random.nextBoolean()) {
            entry.set(Column.TRACE_ID, "trace " + random.nextInt(100));
        }
        return entry.build();
    }

    private static LogEntry.Builder builder(LogEntry entry) {
        LogEntry.Builder copy = LogEntry.builder().micros(entry.micros());
        Column.all().forEach(column -> copy.set(column, entry.get(column)));
        return copy;
    }
}
