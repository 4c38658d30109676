package io.pixsim.logging.collector.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.StoreException;
import io.pixsim.logging.collector.store.sql.Sql;
import org.junit.jupiter.api.Test;

/** One that stands still while it holds the lock of those who write. */
class PausedWriterTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void noSessionPausesOrWaitsForLongerThanItsConnectionLives() throws Exception {
        try (TestDatabase database = new TestDatabase();
                var pool = new Connections(database.options()).pool();
                Connection reading = pool.getConnection();
                Connection writing = database.connect();
                Connection migrating =
                        new Connections(database.options()).dataSource().getConnection()) {
            for (Connection session : List.of(reading, writing, migrating)) {
                assertThat(shown(session, "idle_in_transaction_session_timeout"))
                        .isEqualTo("20s");
                assertThat(shown(session, "lock_timeout")).isEqualTo("40s");
                assertThat(session.getNetworkTimeout()).isEqualTo(60_000);
            }
        }
    }

    @Test
    void whoWaitsForItGivesUpAndAllGoesOnWhenItHasLetGo() throws Exception {
        try (TestDatabase database = new TestDatabase()) {
            PostgresOptions impatient = PostgresOptions.standard(
                    DatabaseUrl.parse(database.url() + "&options=-c%20TimeZone%3DUTC%20-c%20lock_timeout%3D200"));
            try (LogStore store = PostgresStore.open(impatient, Clock.systemUTC());
                    Connection paused = database.connect()) {
                Table table = TableReader.read(paused, "log_entries").orElseThrow();
                Sql.run(paused, "SET idle_in_transaction_session_timeout = 0");
                paused.setAutoCommit(false);
                Sql.run(paused, "SELECT pg_advisory_xact_lock(" + Locks.ofWriting(table) + ")");

                assertThatThrownBy(() -> append(store).get(60, TimeUnit.SECONDS))
                        .hasCauseInstanceOf(StoreException.class)
                        .hasMessageContaining("lock timeout");
                // Whoever asks for the state before sending anything may send again.
                await().atMost(LONG).until(() -> store.trouble().isEmpty());

                paused.rollback();
                assertThat(append(store).get(60, TimeUnit.SECONDS).stored()).isEqualTo(1);
            }
        }
    }

    private static String shown(Connection session, String setting) throws SQLException {
        return Sql.list(session, "SHOW " + setting, row -> row.getString(1)).get(0);
    }

    private static CompletableFuture<Appended> append(LogStore store) {
        LogEntry entry = LogEntry.builder()
                .set(Column.LEVEL, "info")
                .set(Column.SERVICE, "a")
                .set(Column.MSG, "m")
                .build();
        return store.append(new Append(null, List.of(entry)));
    }
}
