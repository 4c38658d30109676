package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Severities;
import org.jspecify.annotations.Nullable;

/** What entries are counted by; entries that agree in all of it are of one kind. */
record Kind(
        Severity severity,
        String level,
        @Nullable String service,
        @Nullable String stage,
        @Nullable String provider,
        @Nullable String errorType) {

    static final String TABLE = "CREATE TABLE kinds (kind INTEGER PRIMARY KEY, severity INTEGER NOT NULL,"
            + " level TEXT NOT NULL, service TEXT, stage TEXT, provider_id TEXT, error_type TEXT)";

    static final String COLUMNS = "severity, level, service, stage, provider_id, error_type";

    private static final String INSERT = "INSERT INTO kinds (kind, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)";

    static Kind of(LogEntry entry) {
        return new Kind(
                entry.severity(),
                text(entry, Column.LEVEL) == null ? "" : String.valueOf(entry.get(Column.LEVEL)),
                text(entry, Column.SERVICE),
                text(entry, Column.STAGE),
                text(entry, Column.PROVIDER_ID),
                text(entry, Column.ERROR_TYPE));
    }

    private static @Nullable String text(LogEntry entry, Column column) {
        return (String) entry.get(column);
    }

    /** Reads the columns of a kind, which begin at an index. */
    static Kind read(ResultSet row, int first) throws SQLException {
        String level = row.getString(first + 1);
        return new Kind(
                Severities.ofCode(row.getInt(first)),
                level == null ? "" : level,
                row.getString(first + 2),
                row.getString(first + 3),
                row.getString(first + 4),
                row.getString(first + 5));
    }

    /** All kinds of a file by their numbers. */
    static Map<Integer, Kind> all(Connection connection) throws SQLException {
        Map<Integer, Kind> kinds = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT kind, " + COLUMNS + " FROM kinds");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                kinds.put(row.getInt(1), read(row, 2));
            }
        }
        return kinds;
    }

    void insert(Connection connection, int number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setInt(1, number);
            statement.setInt(2, Severities.code(severity));
            statement.setString(3, level);
            statement.setString(4, service);
            statement.setString(5, stage);
            statement.setString(6, provider);
            statement.setString(7, errorType);
            statement.executeUpdate();
        }
    }

    /** What a column holds that is counted. */
    @Nullable
    String get(Column column) {
        return switch (column) {
            case LEVEL -> level;
            case SERVICE -> service;
            case STAGE -> stage;
            case PROVIDER_ID -> provider;
            case ERROR_TYPE -> errorType;
            default -> throw new IllegalArgumentException("not counted: " + column);
        };
    }
}
