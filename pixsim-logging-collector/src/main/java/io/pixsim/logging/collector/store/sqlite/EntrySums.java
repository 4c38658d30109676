package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.store.Severities;
import io.pixsim.logging.collector.store.sql.Where;

/** Adds up entries one by one. */
final class EntrySums {

    /** A field that holds another value each time would fill the memory. */
    private static final String MOST_FREQUENT = "1 ORDER BY 2 DESC LIMIT 1000";

    private final Connection connection;
    private final Sums sums;
    private final String table;

    private EntrySums(Connection connection, Sums sums, String table) {
        this.connection = connection;
        this.sums = sums;
        this.table = table;
    }

    static EntrySums of(Connection connection, Sums sums) {
        return new EntrySums(connection, sums, "entries");
    }

    /** For a condition on ids, which no index is to be taken for. */
    static EntrySums byId(Connection connection, Sums sums) {
        return new EntrySums(connection, sums, "entries NOT INDEXED");
    }

    /** Reads one row of counts. */
    interface Row {

        void read(ResultSet row) throws SQLException;
    }

    void addCounts(Where where) throws SQLException {
        String bucket = "ts / " + sums.bucketMicros() + " * " + sums.bucketMicros();
        each(
                bucket + ", severity, count(*)",
                where,
                "",
                "1, 2",
                row -> sums.addBucket(row.getLong(1), Severities.ofCode(row.getInt(2)), row.getLong(3)));
        for (Column column : sums.columns()) {
            String name = column.wireName();
            each(
                    name + ", count(*)",
                    where,
                    " AND " + name + " IS NOT NULL",
                    MOST_FREQUENT,
                    row -> sums.addValue(column, row.getString(1), row.getLong(2)));
        }
    }

    void addDurations(Where where) throws SQLException {
        each(
                "stage, duration_ms, count(*)",
                where,
                " AND stage IS NOT NULL AND duration_ms IS NOT NULL",
                "1, 2",
                row -> sums.addDuration(row.getString(1), row.getLong(2), row.getLong(3)));
    }

    private void each(String values, Where where, String more, String groups, Row reading) throws SQLException {
        String sql = "SELECT " + values + " FROM " + table + " WHERE " + where.sql() + more + " GROUP BY " + groups;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            where.bind(statement);
            read(statement, reading);
        }
    }

    static void read(PreparedStatement statement, Row reading) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                reading.read(row);
            }
        }
    }
}
