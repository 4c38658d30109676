package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.collector.entry.LogEntry;

/**
 * Puts entries into a day's file. Several go into one statement, which finds its place in each index once for those that
 * stand side by side, and a statement names only columns that any of its entries fills: each costs, also where it is empty. Used by
 * one thread.
 */
final class Inserts implements AutoCloseable {

    /** How many entries go into one statement. */
    static final int MANY = 20;

    /** More sets of columns than this are none that come again; the statement with all columns takes the rest. */
    private static final int MAX_STATEMENTS = 32;

    private final Connection connection;
    private final Map<Long, PreparedStatement> statements = new HashMap<>();
    private final PreparedStatement takeBack;

    Inserts(Connection connection) throws SQLException {
        this.connection = connection;
        this.takeBack = connection.prepareStatement("DELETE FROM entries WHERE id >= ?");
    }

    /** Stores an entry, unless the file has one with its uid. */
    boolean one(LogEntry entry, long id) throws SQLException {
        return insert(List.of(entry), id) > 0;
    }

    /** Stores all of {@link #MANY} entries under ids from one on, or none when the file, or one before, has the uid of any. */
    boolean many(List<LogEntry> entries, long firstId) throws SQLException {
        int stored = insert(entries, firstId);
        if (stored > 0 && stored < entries.size()) {
            takeBack.setLong(1, firstId);
            takeBack.executeUpdate();
        }
        return stored == entries.size();
    }

    private int insert(List<LogEntry> entries, long firstId) throws SQLException {
        int filled = 0;
        for (LogEntry entry : entries) {
            filled |= Rows.filled(entry);
        }
        long key = (long) entries.size() << Integer.SIZE | filled;
        PreparedStatement insert = statements.get(key);
        if (insert == null) {
            if (statements.size() >= MAX_STATEMENTS) {
                filled = Rows.ALL;
                key = (long) entries.size() << Integer.SIZE | filled;
            }
            insert = statements.get(key);
        }
        if (insert == null) {
            insert = connection.prepareStatement(Rows.insert(filled, entries.size()));
            statements.put(key, insert);
        }
        int index = 1;
        long id = firstId;
        for (LogEntry entry : entries) {
            index = Rows.bind(insert, index, entry, id++, filled);
        }
        return insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        takeBack.close();
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
    }
}
