package io.pixsim.logging.collector.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.Committer;
import io.pixsim.logging.collector.store.postgres.CopyRows.Numbered;
import io.pixsim.logging.collector.store.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Stores requests over a connection of its own: what of them is new, in one transaction, with one COPY. A row that the table
 * refuses is looked for and costs no other one. Used by one thread, but for {@link #lostConnection}.
 */
final class PostgresCommitter implements Committer {

    private final Table table;
    private final Days days;
    private final Connections connections;
    private final Clock clock;
    private final StoredBefore before;
    private final RowByRow rows;
    private @Nullable Connection connection;
    private boolean isFresh;
    private boolean isCommitting;
    private volatile boolean lost;
    private LongConsumer onCommit = id -> {};

    PostgresCommitter(Table table, Days days, Connections connections, Clock clock) {
        this.table = table;
        this.days = days;
        this.connections = connections;
        this.clock = clock;
        this.before = new StoredBefore(table);
        this.rows = new RowByRow(new CopyRows(table));
    }

    /** Has someone told of the last id of each commit. */
    void onCommit(LongConsumer listener) {
        onCommit = listener;
    }

    /** Whether the last commit failed for want of a connection, or of its turn to write. */
    boolean lostConnection() {
        return lost;
    }

    @Override
    public List<Appended> commit(List<Append> requests) throws SQLException {
        try {
            List<Appended> answers = tried(requests);
            lost = false;
            return answers;
        } catch (SQLException e) {
            lost = SqlStates.isOfTheConnection(e) || SqlStates.isOfALock(e);
            throw e;
        }
    }

    /** A connection that the server has closed since its last use is no reason to refuse anything. */
    private List<Appended> tried(List<Append> requests) throws SQLException {
        try {
            return store(requests);
        } catch (SQLException e) {
            if (isFresh || isCommitting || !SqlStates.isOfTheConnection(e)) {
                throw e;
            }
            close();
            return store(requests);
        }
    }

    private List<Appended> store(List<Append> requests) throws SQLException {
        Connection open = connection();
        isCommitting = false;
        long now = EntryTime.micros(clock.instant());
        days.prepare(open, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        open.setAutoCommit(false);
        try {
            Sql.run(open, "SELECT pg_advisory_xact_lock(" + Locks.ofWriting(table) + ")");
            News news = before.news(open, requests, now);
            List<Long> ids = ids(open, news.entries().size());
            List<Numbered> numbered = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                numbered.add(new Numbered(ids.get(i), news.entries().get(i)));
            }
            List<@Nullable String> refusals = rows.write(open, numbered, now);
            before.remember(open, news, refusals, table.time(now));
            isCommitting = true;
            open.commit();
            isFresh = false;
            if (!ids.isEmpty()) {
                onCommit.accept(ids.get(ids.size() - 1));
            }
            return news.answers(ids, refusals);
        } catch (SQLException | RuntimeException e) {
            rollBack(open, e);
            throw e;
        }
    }

    private static void rollBack(Connection open, Exception cause) {
        try {
            open.rollback();
            open.setAutoCommit(true);
        } catch (SQLException e) { // the server has, when the connection is gone
            cause.addSuppressed(e);
        }
    }

    private List<Long> ids(Connection open, int count) throws SQLException {
        if (count == 0) {
            return List.of();
        }
        return Sql.list(
                open, "SELECT " + table.nextId() + " FROM generate_series(1, " + count + ")", row -> row.getLong(1));
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = connections.open();
            connection = open;
            isFresh = true;
        }
        open.setAutoCommit(true);
        return open;
    }

    /** A row that can't be stored is dealt with here, so what fails beyond that is so for all. */
    @Override
    public boolean mayBeOfOne(Throwable failure) {
        return !(failure instanceof SQLException);
    }

    @Override
    public void close() throws SQLException {
        Connection old = connection;
        connection = null;
        if (old != null) {
            old.close();
        }
    }
}
