package io.pixsim.logging.collector.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
import io.pixsim.logging.collector.store.Retained;
import io.pixsim.logging.collector.store.RetentionRules;
import io.pixsim.logging.collector.store.Search;
import io.pixsim.logging.collector.store.StoreException;
import org.junit.jupiter.api.Test;

/** Days that are made ahead, go without a lock, and get an index for search when they are over. */
class DailyPartitionsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T12:00:00Z");

    private final DayClock clock = new DayClock(MONDAY);

    @Test
    void partitionsAreThereDaysAhead() throws Exception {
        try (TestDatabase database = new TestDatabase();
                LogStore ignored = database.open(clock)) {
            assertThat(partitions(database))
                    .containsExactly(
                            "log_entries_p20261123",
                            "log_entries_p20261124",
                            "log_entries_p20261125",
                            "log_entries_p20261126");
        }
    }

    @Test
    void aDayIsDroppedWhileATransactionWritesToAnother() throws Exception {
        try (TestDatabase database = new TestDatabase();
                LogStore store = database.open(clock);
                Connection writing = database.connect()) {
            append(store, "info", "a", "old");
            clock.nextDay();
            append(store, "info", "a", "new");
            writing.setAutoCommit(false);
            Sql.run(
                    writing,
                    "INSERT INTO log_entries_p20261124 SELECT * FROM log_entries_p20261124 WHERE created_at IS NULL");

            Retained retained = store.retain(RetentionRules.ofDays(1), LocalDate.parse("2026-11-25"));

            assertThat(retained.days()).containsExactly(LocalDate.parse("2026-11-23"));
            assertThat(messages(store)).containsExactly("new");
            writing.rollback();
        }
    }

    @Test
    void rulesThatKeepPartOfADayDeleteTheRest() throws Exception {
        try (TestDatabase database = new TestDatabase();
                LogStore store = database.open(clock)) {
            append(store, "info", "a", "usual");
            append(store, "error", "a", "bad");
            append(store, "info", "kept", "service");
            append(store, "debug", "a", "detail");
            clock.nextDay();
            RetentionRules rules = new RetentionRules(
                    2,
                    List.of(
                            RetentionRules.Rule.orWorse(Severity.ERROR, 90),
                            new RetentionRules.Rule(Set.of(), "kept", 30),
                            new RetentionRules.Rule(Set.of(Severity.DEBUG), null, 1)),
                    RetentionRules.ANY_SIZE);

            assertThat(store.retain(rules, LocalDate.parse("2026-11-25")).entries())
                    .isEqualTo(1);
            assertThat(messages(store)).containsExactly("usual", "bad", "service");
            assertThat(store.retain(rules, LocalDate.parse("2026-11-26")).entries())
                    .isEqualTo(1);
            assertThat(messages(store)).containsExactly("bad", "service");
            assertThat(store.retain(rules, LocalDate.parse("2027-02-01")).entries())
                    .isEqualTo(1);
            assertThat(messages(store)).containsExactly("bad");
        }
    }

    @Test
    void theOldestDaysMakeRoomButNotToday() throws Exception {
        try (TestDatabase database = new TestDatabase();
                LogStore store = database.open(clock)) {
            append(store, "info", "a", "old");
            clock.nextDay();
            append(store, "info", "a", "new");
            RetentionRules tiny = new RetentionRules(RetentionRules.FOREVER, List.of(), 1);

            assertThat(store.size().days()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(store.retain(tiny, LocalDate.parse("2026-11-24")).days())
                    .containsExactly(LocalDate.parse("2026-11-23"));

            assertThat(messages(store)).containsExactly("new");
        }
    }

    @Test
    void aDayThatIsOverGetsAnIndexThatSearchUses() throws Exception {
        try (TestDatabase database = new TestDatabase()) {
            try (LogStore store = database.open(clock)) {
                append(store, "info", "a", "the needle of monday");
            }
            clock.nextDay();
            try (LogStore store = database.open(clock);
                    Connection connection = database.connect()) {
                EntryFilter needle =
                        EntryFilter.builder().search(Search.parse("needle")).build();
                assertThat(store.count(needle, 10)).isEqualTo(1);
                Table table = TableReader.read(connection, "log_entries").orElseThrow();
                Sql.run(connection, "SET enable_seqscan = off");

                assertThat(Sql.list(
                                connection,
                                "EXPLAIN SELECT 1 FROM log_entries_p20261123 WHERE " + SearchCondition.text(table)
                                        + " ILIKE '%needle%'",
                                row -> row.getString(1)))
                        .anySatisfy(line -> assertThat(line).contains("log_entries_search_20261123"));
            }
        }
    }

    private static void append(LogStore store, String level, String service, String message) throws Exception {
        LogEntry entry = LogEntry.builder()
                .micros(EntryTime.micros(MONDAY))
                .severity(Severity.parse(level).orElseThrow())
                .set(Column.LEVEL, level)
                .set(Column.SERVICE, service)
                .set(Column.MSG, message)
                .build();
        store.append(new Append(null, List.of(entry))).get(60, TimeUnit.SECONDS);
    }

    private static List<Object> messages(LogStore store) throws StoreException {
        return store.query(EntryQuery.first(EntryFilter.all(), Order.ARRIVAL, 100)).entries().stream()
                .map(entry -> entry.get(Column.MSG))
                .toList();
    }

    private static List<String> partitions(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Sql.list(
                    connection,
                    "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'log_entries'::regclass ORDER BY 1",
                    row -> row.getString(1));
        }
    }
}
