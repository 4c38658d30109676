package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Durations by hour and kind. All of both stand in one row: with one for each bucket there are nearly as many as there are
 * entries, and a question about a day reads them all. Used by one thread.
 */
final class DurationTable implements AutoCloseable {

    static final String CREATE = "CREATE TABLE durations (hour INTEGER NOT NULL, kind INTEGER NOT NULL,"
            + " buckets BLOB NOT NULL, PRIMARY KEY (hour, kind)) WITHOUT ROWID";

    private final PreparedStatement known;
    private final PreparedStatement replace;

    DurationTable(Connection connection) throws SQLException {
        known = connection.prepareStatement("SELECT buckets FROM durations WHERE hour = ? AND kind = ?");
        replace = connection.prepareStatement("INSERT OR REPLACE INTO durations VALUES (?, ?, ?)");
    }

    /** Adds to what is counted; the counts that are added change. */
    void add(long hour, long kind, BucketCounts counted) throws SQLException {
        known.setLong(1, hour);
        known.setLong(2, kind);
        try (ResultSet row = known.executeQuery()) {
            if (row.next()) {
                counted.addPacked(row.getBytes(1));
            }
        }
        replace.setLong(1, hour);
        replace.setLong(2, kind);
        replace.setBytes(3, counted.packed());
        replace.executeUpdate();
    }

    /** What is counted of each kind from one hour up to another. */
    static Map<Integer, BucketCounts> read(Connection connection, long fromHour, long toHour) throws SQLException {
        Map<Integer, BucketCounts> byKind = new HashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT kind, buckets FROM durations WHERE hour >= ? AND hour < ?")) {
            statement.setLong(1, fromHour);
            statement.setLong(2, toHour);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    byKind.computeIfAbsent(row.getInt(1), none -> new BucketCounts())
                            .addPacked(row.getBytes(2));
                }
            }
        }
        return byKind;
    }

    @Override
    public void close() throws SQLException {
        known.close();
        replace.close();
    }
}
