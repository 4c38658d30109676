package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All counts of a day that is done with, small enough to be kept in memory: a month is asked about without reading a file.
 * Immutable.
 *
 * @param kinds the kinds by their numbers
 * @param hours by hour and kind
 * @param durations by kind and bucket, of the whole day
 */
record DayCounts(Map<Integer, Kind> kinds, List<Count> hours, List<Count> durations) {

    /**
     * How many.
     *
     * @param place which hour or bucket
     * @param kind the number of a kind
     * @param entries how many entries
     */
    record Count(long place, int kind, int entries) {}

    /** Reads the counts of a file; complete only when all of the file is counted. */
    static DayCounts read(Connection connection) throws SQLException {
        return new DayCounts(
                Kind.all(connection),
                counts(connection, "SELECT hour, kind, entries FROM hours"),
                counts(connection, "SELECT bucket, kind, sum(entries) FROM durations GROUP BY 1, 2"));
    }

    private static List<Count> counts(Connection connection, String sql) throws SQLException {
        List<Count> counts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                counts.add(new Count(row.getLong(1), row.getInt(2), row.getInt(3)));
            }
        }
        return List.copyOf(counts);
    }

    /** How many entries are of the kinds that a filter lets through. */
    long count(KindFilter filter) {
        return hours.stream()
                .filter(count -> kinds.containsKey(count.kind()) && filter.test(kinds.get(count.kind())))
                .mapToLong(Count::entries)
                .sum();
    }
}
