package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.store.Severities;
import io.pixsim.logging.collector.store.Statistics;

/** Counts over all files. Durations are exact: how often each one occurs is added up, not an estimate of each file. */
final class StatisticsQueries {

    private final DayFiles files;

    StatisticsQueries(DayFiles files) {
        this.files = files;
    }

    Statistics of(Statistics.Request request, Deadline deadline) throws SQLException {
        Sums sums = new Sums(request);
        for (DayFile file : files.all()) {
            if (file.extent()
                    .overlaps(request.filter().fromMicros(), request.filter().toMicros())) {
                file.ask(sums::add, deadline);
            }
        }
        return sums.result();
    }

    private static final class Sums {

        /** A field that holds another value each time would fill the memory. */
        private static final String MOST_FREQUENT = "1 ORDER BY 2 DESC LIMIT 1000";

        private final Statistics.Request request;
        private final Where where;
        private final NavigableMap<Long, Map<Severity, Long>> buckets = new TreeMap<>();
        private final Map<Column, Map<String, Long>> counts = new EnumMap<>(Column.class);
        private final NavigableMap<String, NavigableMap<Long, Long>> durations = new TreeMap<>();

        Sums(Statistics.Request request) {
            this.request = request;
            this.where = Conditions.of(request.filter());
            request.columns().forEach(column -> counts.put(column, new TreeMap<>()));
        }

        /** Reads one row of counts. */
        private interface Row {

            void read(ResultSet row) throws SQLException;
        }

        boolean add(Connection connection) throws SQLException {
            String bucket = "ts / " + request.bucketMicros() + " * " + request.bucketMicros();
            each(connection, bucket + ", severity, count(*)", "", "1, 2", this::addBucket);
            for (Column column : request.columns()) {
                String present = " AND " + column.wireName() + " IS NOT NULL";
                Map<String, Long> byValue = counts.getOrDefault(column, new TreeMap<>());
                each(
                        connection,
                        column.wireName() + ", count(*)",
                        present,
                        MOST_FREQUENT,
                        row -> byValue.merge(row.getString(1), row.getLong(2), Long::sum));
            }
            String told = " AND stage IS NOT NULL AND duration_ms IS NOT NULL";
            each(connection, "stage, duration_ms, count(*)", told, "1, 2", this::addDuration);
            return true;
        }

        private void each(Connection connection, String values, String more, String groups, Row reading)
                throws SQLException {
            String sql = "SELECT " + values + " FROM entries WHERE " + where.sql() + more + " GROUP BY " + groups;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                where.bind(statement);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        reading.read(row);
                    }
                }
            }
        }

        private void addBucket(ResultSet row) throws SQLException {
            buckets.computeIfAbsent(row.getLong(1), begin -> new EnumMap<>(Severity.class))
                    .merge(Severities.ofCode(row.getInt(2)), row.getLong(3), Long::sum);
        }

        private void addDuration(ResultSet row) throws SQLException {
            durations
                    .computeIfAbsent(row.getString(1), stage -> new TreeMap<>())
                    .merge(row.getLong(2), row.getLong(3), Long::sum);
        }

        Statistics result() {
            Map<String, Statistics.Durations> byStage = new LinkedHashMap<>();
            durations.forEach((stage, times) -> byStage.put(stage, summary(times)));
            return new Statistics(buckets, counts, byStage);
        }

        private static Statistics.Durations summary(NavigableMap<Long, Long> times) {
            long count = times.values().stream().mapToLong(Long::longValue).sum();
            return new Statistics.Durations(count, percentile(times, count, 50), percentile(times, count, 95));
        }

        /** The smallest duration that so many of a hundred do not exceed. */
        private static long percentile(NavigableMap<Long, Long> times, long count, int percent) {
            long rank = (count * percent + 99) / 100;
            long seen = 0;
            for (Map.Entry<Long, Long> time : times.entrySet()) {
                seen += time.getValue();
                if (seen >= rank) {
                    return time.getKey();
                }
            }
            return times.lastKey();
        }
    }
}
