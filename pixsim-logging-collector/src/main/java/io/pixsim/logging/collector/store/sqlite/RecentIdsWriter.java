package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;

import io.pixsim.logging.collector.entry.LogEntry;
import org.jspecify.annotations.Nullable;

/** Adds to {@link RecentIds} what is stored, in the transactions that store it. Used by one thread. */
final class RecentIdsWriter implements AutoCloseable {

    /** Null in a file whose indexes have all ids. */
    private final @Nullable PreparedStatement insert;

    private final Set<String> words = new LinkedHashSet<>();
    private long part;

    private RecentIdsWriter(@Nullable PreparedStatement insert) {
        this.insert = insert;
    }

    static RecentIdsWriter of(DayFile file, Connection connection) throws SQLException {
        return new RecentIdsWriter(file.state().recentIds() ? connection.prepareStatement(RecentIds.INSERT) : null);
    }

    void add(LogEntry entry, long id) throws SQLException {
        long its = id / RecentIds.PART;
        if (its != part) {
            flush();
            part = its;
        }
        if (insert != null) {
            RecentIds.addWords(entry, words);
        }
    }

    /** Writes what is left; to be called before a transaction ends. */
    void flush() throws SQLException {
        if (insert != null && !words.isEmpty()) {
            insert.setLong(1, part);
            insert.setString(2, String.join(" ", words));
            insert.executeUpdate();
            words.clear();
        }
    }

    /** Forgets what was added in a transaction that failed. */
    void forget() {
        words.clear();
    }

    @Override
    public void close() throws SQLException {
        if (insert != null) {
            insert.close();
        }
    }
}
