package io.pixsim.logging.collector.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.collector.store.GroupWriter;
import io.pixsim.logging.collector.store.sql.Sql;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.LibraryThread;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Looks after the database: whether it is there, also when nobody asks for anything, what others have stored in it, and what
 * has to be done from time to time.
 */
final class Watch implements AutoCloseable {

    private static final long MILLIS_BETWEEN_LOOKS = 500;

    private final Connections connections;
    private final Table table;
    private final GroupWriter writer;
    private final PostgresCommitter committer;
    private final Housekeeping housekeeping;
    private final Clock clock;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new LibraryThread("collector-watch", work));
    private final ScheduledExecutorService chores =
            Executors.newSingleThreadScheduledExecutor(work -> new LibraryThread("collector-housekeeping", work));
    private @Nullable Connection connection;
    private volatile @Nullable Connection indexing;
    private volatile boolean closed;
    private volatile @Nullable String trouble;
    private volatile long lastId;

    Watch(
            Connections connections,
            Table table,
            GroupWriter writer,
            PostgresCommitter committer,
            Housekeeping housekeeping,
            Clock clock) {
        this.connections = connections;
        this.table = table;
        this.writer = writer;
        this.committer = committer;
        this.housekeeping = housekeeping;
        this.clock = clock;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the work catches what it throws
    void start() throws SQLException {
        LocalDate today = today();
        try (Connection first = connections.open()) {
            housekeeping.prepare(first, today);
            lastId = newest(first);
        }
        timer.scheduleWithFixedDelay(this::look, MILLIS_BETWEEN_LOOKS, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        chores.execute(() -> keepHouse(today));
        chores.scheduleWithFixedDelay(() -> keepHouse(today()), 1, 1, TimeUnit.HOURS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The newest id that is visible. */
    long lastId() {
        return lastId;
    }

    /** An id is visible. */
    synchronized void seen(long id) {
        lastId = Math.max(lastId, id);
    }

    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void look() {
        try {
            Connection open = connection;
            if (open == null) {
                open = connections.open();
                connection = open;
            }
            long newest = newest(open);
            trouble = null;
            if (committer.lostConnection()) {
                writer.recovered();
            }
            if (newest > lastId) {
                seen(newest);
                writer.tellOfAppend();
            }
        } catch (SQLException | RuntimeException e) {
            trouble = String.valueOf(e.getMessage());
            letGo();
        }
    }

    private long newest(Connection open) throws SQLException {
        return Sql.number(open, "SELECT coalesce(max(id), 0) FROM " + Table.quoted(table.name()));
    }

    private void keepHouse(LocalDate today) {
        try {
            tidy(today);
            index(today);
        } catch (SQLException | RuntimeException e) { // the next hour tries again
            if (!closed) {
                Diagnostics.shared().trouble("the collector's database was not kept in order: " + e.getMessage());
            }
        }
    }

    private void tidy(LocalDate today) throws SQLException {
        try (Connection open = connections.open()) {
            housekeeping.prepare(open, today);
            housekeeping.forget(open, today);
        }
    }

    private void index(LocalDate today) throws SQLException {
        try (Connection open = connections.patient()) {
            indexing = open;
            if (!closed) {
                housekeeping.index(open, today);
            }
        } finally {
            indexing = null;
        }
    }

    /** Whoever waits for the server to build an index notices nothing else. */
    private void breakOffIndexing() {
        Connection open = indexing;
        if (open == null) {
            return;
        }
        try {
            open.unwrap(PGConnection.class).cancelQuery();
            open.abort(Runnable::run);
        } catch (SQLException ignored) {
            // it has just ended
        }
    }

    private void letGo() {
        Connection old = connection;
        connection = null;
        if (old == null) {
            return;
        }
        try {
            old.close();
        } catch (SQLException ignored) {
            // it was broken
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void close() {
        closed = true;
        chores.shutdownNow();
        breakOffIndexing();
        timer.submit(this::letGo);
        timer.shutdown();
    }
}
