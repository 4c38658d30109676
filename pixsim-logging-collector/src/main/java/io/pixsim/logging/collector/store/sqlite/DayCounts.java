package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.store.Severities;
import org.jspecify.annotations.Nullable;

/**
 * All counts of a day that is done with, small enough to be kept in memory: a month is asked about without reading a file.
 * Immutable.
 */
final class DayCounts {

    private static final int CODES = Severities.code(Severity.CRITICAL) + 1;

    private final Map<Integer, Kind> kinds;
    private final Counts hours;
    private final Map<Integer, BucketCounts> durations;
    private final long[] totals;

    private DayCounts(Map<Integer, Kind> kinds, Counts hours, Map<Integer, BucketCounts> durations) {
        this.kinds = kinds;
        this.hours = hours;
        this.durations = durations;
        this.totals = new long[Tally.MAX_KINDS + 1];
        for (int i = 0; i < hours.size(); i++) {
            totals[hours.kinds[i]] += hours.entries[i];
        }
    }

    /** Rows of three numbers: an hour, the number of a kind, and how many entries. */
    private static final class Counts {

        private static final int FIRST_SIZE = 256;

        private int[] times = new int[FIRST_SIZE];
        private int[] kinds = new int[FIRST_SIZE];
        private int[] entries = new int[FIRST_SIZE];
        private int size;

        static Counts read(Connection connection, String sql) throws SQLException {
            Counts counts = new Counts();
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    counts.add(row.getInt(1), row.getInt(2), row.getInt(3));
                }
            }
            return counts;
        }

        private void add(int hour, int kind, int count) {
            if (size == times.length) {
                times = Arrays.copyOf(times, 2 * size);
                kinds = Arrays.copyOf(kinds, 2 * size);
                entries = Arrays.copyOf(entries, 2 * size);
            }
            times[size] = hour;
            kinds[size] = kind;
            entries[size++] = count;
        }

        int size() {
            return size;
        }
    }

    /** Reads the counts of a file; complete only when all of the file is counted. */
    static DayCounts read(Connection connection) throws SQLException {
        return new DayCounts(
                Kind.all(connection),
                Counts.read(connection, "SELECT hour, kind, entries FROM hours ORDER BY hour"),
                DurationTable.read(connection, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    Collection<Kind> kinds() {
        return kinds.values();
    }

    /** How many entries are of the kinds that a filter lets through. */
    long count(Predicate<Kind> filter) {
        long count = 0;
        for (Map.Entry<Integer, Kind> kind : kinds.entrySet()) {
            count += filter.test(kind.getValue()) ? totals[kind.getKey()] : 0;
        }
        return count;
    }

    void addTo(Sums sums, Predicate<Kind> filter) {
        @Nullable Kind[] passed = new Kind[Tally.MAX_KINDS + 1];
        kinds.forEach((number, kind) -> {
            if (filter.test(kind)) {
                passed[number] = kind;
                sums.addKind(kind, totals[number]);
            }
        });
        addHours(sums, passed);
        addDurations(sums, passed);
    }

    /** Rows are in the order of their hours. */
    private void addHours(Sums sums, @Nullable Kind[] passed) {
        long[] bySeverity = new long[CODES];
        for (int i = 0; i < hours.size(); i++) {
            Kind kind = passed[hours.kinds[i]];
            if (kind != null) {
                bySeverity[Severities.code(kind.severity())] += hours.entries[i];
            }
            boolean ends = i + 1 == hours.size() || hours.times[i + 1] != hours.times[i];
            if (ends) {
                sums.addHour(hours.times[i] * Tally.HOUR, bySeverity);
                Arrays.fill(bySeverity, 0);
            }
        }
    }

    private void addDurations(Sums sums, @Nullable Kind[] passed) {
        durations.forEach((number, counted) -> {
            Kind kind = passed[number];
            if (kind != null && kind.stage() != null) {
                sums.addDurations(kind.stage(), counted);
            }
        });
    }
}
