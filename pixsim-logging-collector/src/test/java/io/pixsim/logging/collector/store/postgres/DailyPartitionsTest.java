package io.pixsim.logging.collector.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.Retained;
import io.pixsim.logging.collector.store.RetentionRules;
import io.pixsim.logging.collector.store.sql.Sql;
import org.junit.jupiter.api.Test;

/** Days that are made ahead and go without a lock. */
class DailyPartitionsTest extends DaysFixture {

    private static final RetentionRules NO_DEBUG = new RetentionRules(
            RetentionRules.FOREVER,
            List.of(new RetentionRules.Rule(Set.of(Severity.DEBUG), null, 1)),
            RetentionRules.ANY_SIZE);

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
            Sql.run(writing, "SET idle_in_transaction_session_timeout = 0");
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
    void aDayThatCannotBeSortedOutMakesRoomAllTheSame() throws Exception {
        try (TestDatabase database = new TestDatabase();
                LogStore store = database.open(clock)) {
            append(store, "debug", "a", "old");
            clock.nextDay();
            append(store, "debug", "a", "new");
            refuseDeletes(database, "log_entries_p20261123");
            RetentionRules rules = new RetentionRules(
                    RetentionRules.FOREVER, List.of(new RetentionRules.Rule(Set.of(Severity.DEBUG), null, 1)), 1);

            assertThat(store.retain(rules, LocalDate.parse("2026-11-25")).days())
                    .contains(LocalDate.parse("2026-11-23"));
        }
    }

    @Test
    void aDayThatCannotBeSortedOutKeepsNoOtherOneFromIt() throws Exception {
        try (TestDatabase database = new TestDatabase();
                LogStore store = database.open(clock)) {
            append(store, "debug", "a", "old");
            clock.nextDay();
            append(store, "debug", "a", "new");
            refuseDeletes(database, "log_entries_p20261123");

            assertThat(store.retain(NO_DEBUG, LocalDate.parse("2026-11-26")).entries())
                    .isEqualTo(1);

            assertThat(messages(store)).containsExactly("old");
        }
    }

    @Test
    void aDayIsSortedOutToItsEndAndNotLookedAtAgain() throws Exception {
        try (TestDatabase database = new TestDatabase();
                LogStore store = database.open(clock)) {
            append(store, "info", "a", "kept");
            append(store, "debug", "a", "detail");
            copyDebug(database, 25_000);
            clock.nextDay();

            assertThat(store.retain(NO_DEBUG, LocalDate.parse("2026-11-25")).entries())
                    .isEqualTo(25_001);
            assertThat(messages(store)).containsExactly("kept");

            refuseDeletes(database, "log_entries_p20261123");
            try (Connection connection = database.connect()) {
                Sql.run(connection, "UPDATE log_entries SET severity = 10");
            }
            assertThat(store.retain(NO_DEBUG, LocalDate.parse("2026-11-26")).entries())
                    .isZero();
        }
    }

    @Test
    void aRepeatOfTheDayBeforeIsKnownThoughItsClockIsAhead() throws Exception {
        try (TestDatabase database = new TestDatabase();
                LogStore store = database.open(clock)) {
            LogEntry ahead = LogEntry.builder()
                    .micros(EntryTime.micros(MONDAY) + TimeUnit.HOURS.toMicros(20))
                    .set(Column.LEVEL, "info")
                    .set(Column.SERVICE, "a")
                    .uid("run:1")
                    .build();
            store.append(new Append(null, List.of(ahead))).get(60, TimeUnit.SECONDS);
            clock.nextDay();

            assertThat(store.append(new Append(null, List.of(ahead)))
                            .get(60, TimeUnit.SECONDS)
                            .stored())
                    .isZero();
        }
    }

    private static void refuseDeletes(TestDatabase database, String partition) throws SQLException {
        try (Connection connection = database.connect()) {
            Sql.run(
                    connection,
                    "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$");
            Sql.run(
                    connection,
                    "CREATE TRIGGER refuse BEFORE DELETE ON " + partition + " FOR EACH ROW EXECUTE FUNCTION refuse()");
        }
    }

    private static void copyDebug(TestDatabase database, int times) throws SQLException {
        try (Connection connection = database.connect()) {
            Sql.run(
                    connection,
                    "INSERT INTO log_entries (id, \"timestamp\", severity, level, service, created_at) SELECT"
                            + " nextval('log_entries_ids'), \"timestamp\", severity, level, service, created_at"
                            + " FROM log_entries, generate_series(1, " + times + ") WHERE level = 'debug'");
        }
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
