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

    /** How many entries go into one statement, and how many of those that are left. */
    private static final int MANY = 50;

    private static final int SOME = 10;

    /** More sets of columns than this are none that come again; the statement with all columns takes the rest. */
    private static final int MAX_STATEMENTS = 32;

    private final Connection connection;
    private final Map<Long, PreparedStatement> statements = new HashMap<>();
    private final PreparedStatement takeBack;

    Inserts(Connection connection) throws SQLException {
        this.connection = connection;
        this.takeBack = connection.prepareStatement("DELETE FROM entries WHERE id >= ?");
    }

    /** How many entries of those that are left go into the next statement. */
    static int together(int left) {
        return left >= MANY ? MANY : left >= SOME ? SOME : 1;
    }

    /** Stores an entry, unless the file has one with its uid. */
    boolean one(LogEntry entry, long id) throws SQLException {
        return insert(List.of(entry), id) > 0;
    }

    /** Stores entries under ids from one on: all, or none when the file or one of those before has the uid of any. */
    boolean many(List<LogEntry> entries, long firstId) throws SQLException {
        int stored = insert(entries, firstId);
        if (stored > 0 && stored < entries.size()) {
            takeBack.setLong(1, firstId);
            takeBack.executeUpdate();
        }
        return stored == entries.size();
    }

    private int insert(List<LogEntry> entries, long firstId) throws SQLException {
        int filled = columns(entries);
        PreparedStatement insert = statement(filled, entries.size());
        int index = 1;
        long id = firstId;
        for (LogEntry entry : entries) {
            index = Rows.bind(insert, index, entry, id++, filled);
        }
        return insert.executeUpdate();
    }

    private int columns(List<LogEntry> entries) {
        int filled = 0;
        for (LogEntry entry : entries) {
            filled |= Rows.filled(entry);
        }
        boolean isPrepared = statements.containsKey(key(filled, entries.size()));
        return isPrepared || statements.size() < MAX_STATEMENTS ? filled : Rows.ALL;
    }

    private PreparedStatement statement(int filled, int entries) throws SQLException {
        PreparedStatement known = statements.get(key(filled, entries));
        if (known != null) {
            return known;
        }
        PreparedStatement insert = connection.prepareStatement(Rows.insert(filled, entries));
        statements.put(key(filled, entries), insert);
        return insert;
    }

    private static long key(int filled, int entries) {
        return (long) entries << Integer.SIZE | filled;
    }

    @Override
    public void close() throws SQLException {
        takeBack.close();
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
    }
}
