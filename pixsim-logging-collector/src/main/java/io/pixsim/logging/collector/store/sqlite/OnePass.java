package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.store.Severities;
import io.pixsim.logging.collector.store.sql.Where;

/**
 * Adds up entries of which each costs something to find: all that is asked of them at once, so that they are looked for once.
 * Nothing is sorted; that would take memory for each entry.
 */
final class OnePass {

    /** A field that holds another value each time would fill the memory: what comes after so many is not counted. */
    private static final int MOST_VALUES = 20_000;

    private static final int MOST_FREQUENT = 1_000;
    private static final int FIXED = 4;

    private final Connection connection;
    private final Sums sums;
    private final Map<Column, Map<String, Long>> values = new LinkedHashMap<>();

    OnePass(Connection connection, Sums sums) {
        this.connection = connection;
        this.sums = sums;
        sums.columns().forEach(column -> values.put(column, new HashMap<>()));
    }

    void add(Where where) throws SQLException {
        String columns =
                sums.columns().stream().map(column -> ", " + column.wireName()).collect(Collectors.joining());
        String sql = "SELECT ts, severity, stage, duration_ms" + columns + " FROM entries WHERE " + where.sql();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            where.bind(statement);
            EntrySums.read(statement, this::add);
        }
        values.forEach((column, counts) -> counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_FREQUENT)
                .forEach(value -> sums.addValue(column, value.getKey(), value.getValue())));
    }

    private void add(ResultSet row) throws SQLException {
        long micros = row.getLong(1);
        sums.addBucket(micros / sums.bucketMicros() * sums.bucketMicros(), Severities.ofCode(row.getInt(2)), 1);
        long millis = row.getLong(FIXED);
        if (!row.wasNull()) {
            String stage = row.getString(3);
            if (stage != null) {
                sums.addDuration(stage, millis, 1);
            }
        }
        int index = FIXED;
        for (Map.Entry<Column, Map<String, Long>> counts : values.entrySet()) {
            String value = row.getString(++index);
            if (value != null
                    && (counts.getValue().size() < MOST_VALUES
                            || counts.getValue().containsKey(value))) {
                counts.getValue().merge(value, 1L, Long::sum);
            }
        }
    }
}
