package io.pixsim.logging.collector.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.Search;
import io.pixsim.logging.collector.store.sql.Sql;
import org.junit.jupiter.api.Test;

/** A day gets an index for search when it is over. */
class SearchIndexOfADayTest extends DaysFixture {

    private static final Duration LONG = Duration.ofSeconds(60);

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
                await().atMost(LONG).until(() -> isIndexed(database));
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

    @Test
    void theStartWaitsForNoIndexAndTheEndBreaksOffWhatIsBuilt() throws Exception {
        try (TestDatabase database = new TestDatabase()) {
            try (LogStore store = database.open(clock)) {
                append(store, "info", "a", "of monday");
            }
            clock.nextDay();
            try (Connection holding = database.connect()) {
                Sql.run(holding, "SET idle_in_transaction_session_timeout = 0");
                holding.setAutoCommit(false);
                Sql.run(holding, "LOCK TABLE log_entries_p20261123 IN SHARE ROW EXCLUSIVE MODE");
                try (LogStore store = database.open(clock)) {
                    await().atMost(LONG).until(() -> builders(database) == 1);
                    assertThat(messages(store)).containsExactly("of monday");
                }
                await().atMost(LONG).until(() -> builders(database) == 0);
                holding.rollback();
            }
        }
    }

    @Test
    void anIndexThatWasBrokenOffIsMadeAnew() throws Exception {
        try (TestDatabase database = new TestDatabase()) {
            database.open(clock).close();
            clock.nextDay();
            try (LogStore ignored = database.open(clock)) {
                await().atMost(LONG).until(() -> isIndexed(database));
            }
            try (Connection connection = database.connect()) {
                Sql.run(
                        connection,
                        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = to_regclass('log_entries_search_20261123')");
            }

            try (LogStore ignored = database.open(clock)) {
                await().atMost(LONG).until(() -> isIndexed(database));
            }
        }
    }

    private static boolean isIndexed(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Sql.number(
                            connection,
                            "SELECT count(*) FROM pg_index WHERE indisvalid"
                                    + " AND indexrelid = to_regclass('log_entries_search_20261123')")
                    == 1;
        }
    }

    private static long builders(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Sql.number(
                    connection,
                    "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'CREATE INDEX CON%'");
        }
    }
}
