package io.pixsim.logging.collector.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.store.Severities;
import io.pixsim.logging.collector.store.Statistics;
import io.pixsim.logging.collector.store.sql.Where;

/** Counts, made by the database. */
final class StatisticsQueries {

    /** A field that holds another value each time would fill the memory. */
    private static final String MOST_FREQUENT = "GROUP BY 1 ORDER BY 2 DESC LIMIT 1000";

    private final Table table;
    private final Conditions conditions;

    StatisticsQueries(Table table, Conditions conditions) {
        this.table = table;
        this.conditions = conditions;
    }

    Statistics of(Connection connection, Statistics.Request request) throws SQLException {
        Where where = conditions.of(request.filter());
        return new Statistics(
                buckets(connection, request.bucketMicros(), where),
                counts(connection, request, where),
                durations(connection, where));
    }

    private Map<Long, Map<Severity, Long>> buckets(Connection connection, long bucketMicros, Where where)
            throws SQLException {
        Map<Long, Map<Severity, Long>> buckets = new TreeMap<>();
        String bucket = table.micros() + " / " + bucketMicros + " * " + bucketMicros;
        each(
                connection,
                bucket + ", " + conditions.severity() + ", count(*)",
                where,
                "GROUP BY 1, 2",
                row -> buckets.computeIfAbsent(row.getLong(1), begin -> new EnumMap<>(Severity.class))
                        .merge(Severities.ofCode(row.getInt(2)), row.getLong(3), Long::sum));
        return buckets;
    }

    private Map<Column, Map<String, Long>> counts(Connection connection, Statistics.Request request, Where where)
            throws SQLException {
        Map<Column, Map<String, Long>> counts = new EnumMap<>(Column.class);
        for (Column column : request.columns()) {
            Map<String, Long> byValue = new TreeMap<>();
            String value = table.value(column);
            each(
                    connection,
                    value + ", count(*)",
                    where,
                    "AND " + value + " IS NOT NULL " + MOST_FREQUENT,
                    row -> byValue.put(row.getString(1), row.getLong(2)));
            counts.put(column, byValue);
        }
        return counts;
    }

    private Map<String, Statistics.Durations> durations(Connection connection, Where where) throws SQLException {
        Map<String, Statistics.Durations> durations = new LinkedHashMap<>();
        String stage = table.value(Column.STAGE);
        String duration = table.value(Column.DURATION_MS);
        each(
                connection,
                stage + ", count(*), percentile_disc(0.5) WITHIN GROUP (ORDER BY " + duration
                        + "), percentile_disc(0.95) WITHIN GROUP (ORDER BY " + duration + ")",
                where,
                "AND " + stage + " IS NOT NULL AND " + duration + " IS NOT NULL GROUP BY 1 ORDER BY 1",
                row -> durations.put(
                        row.getString(1), new Statistics.Durations(row.getLong(2), row.getLong(3), row.getLong(4))));
        return durations;
    }

    /** Reads one row of counts. */
    private interface Reading {

        void read(ResultSet row) throws SQLException;
    }

    private void each(Connection connection, String values, Where where, String groups, Reading reading)
            throws SQLException {
        String sql =
                "SELECT " + values + " FROM " + Table.quoted(table.name()) + " WHERE " + where.sql() + " " + groups;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            where.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reading.read(row);
                }
            }
        }
    }
}
