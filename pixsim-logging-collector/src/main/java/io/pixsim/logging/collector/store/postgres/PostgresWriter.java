package io.pixsim.logging.collector.store.postgres;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.Appended;
import io.pixsim.logging.collector.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Stores entries as a {@link PostgresStore} does, for one that asks nothing: one connection, no thread, opened at the first
 * use and again after a failure. Used by one thread, but for {@link #close}.
 */
public final class PostgresWriter implements AutoCloseable {

    private final PostgresOptions options;
    private final Connections connections;
    private final Clock clock;
    private volatile @Nullable PostgresCommitter committer;

    /** A writer that has not connected yet. */
    public PostgresWriter(PostgresOptions options, Clock clock) {
        this.options = options;
        this.connections = new Connections(options);
        this.clock = clock;
    }

    /**
     * Stores entries, those not that were stored before.
     *
     * @return what became of them, durable
     * @throws StoreException when none of them was stored; the text holds no credential
     */
    public Appended append(Append append) throws StoreException {
        PostgresCommitter open = committer;
        try {
            if (open == null) {
                Table table = Migrations.run(options, connections);
                open = new PostgresCommitter(table, Days.of(table), connections, clock);
                committer = open;
            }
            return open.commit(List.of(append)).get(0);
        } catch (SQLException e) {
            close();
            throw new StoreException("not stored in " + options.url() + ": " + e.getMessage(), e);
        }
    }

    /** Breaks off what is under way. What is stored later connects again. */
    @Override
    public void close() {
        PostgresCommitter old = committer;
        committer = null;
        if (old == null) {
            return;
        }
        try {
            old.close();
        } catch (SQLException ignored) {
            // it was broken, or what was under way breaks off
        }
    }
}
