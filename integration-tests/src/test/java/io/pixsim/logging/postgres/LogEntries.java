package io.pixsim.logging.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.encode.JsonReader;

/**
 * The backend's table, with the strictest of its shapes: the first version's limits, later ones' columns. As its driver
 * does, values are bound with the column's own type and never cast: text for an integer column is refused.
 */
final class LogEntries {

    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("timestamp", "TIMESTAMPTZ NOT NULL");
        COLUMNS.put("level", "VARCHAR(20) NOT NULL");
        COLUMNS.put("service", "VARCHAR(50) NOT NULL");
        COLUMNS.put("env", "VARCHAR(20) NOT NULL");
        COLUMNS.put("msg", "TEXT");
        COLUMNS.put("request_id", "VARCHAR(100)");
        COLUMNS.put("job_id", "INTEGER");
        COLUMNS.put("submission_id", "INTEGER");
        COLUMNS.put("artifact_id", "INTEGER");
        COLUMNS.put("generation_id", "INTEGER");
        COLUMNS.put("provider_job_id", "VARCHAR(255)");
        COLUMNS.put("provider_id", "VARCHAR(50)");
        COLUMNS.put("operation_type", "VARCHAR(50)");
        COLUMNS.put("stage", "VARCHAR(50)");
        COLUMNS.put("channel", "VARCHAR(30)");
        COLUMNS.put("domain", "VARCHAR(30)");
        COLUMNS.put("user_id", "INTEGER");
        COLUMNS.put("error", "TEXT");
        COLUMNS.put("error_type", "VARCHAR(100)");
        COLUMNS.put("duration_ms", "INTEGER");
        COLUMNS.put("attempt", "INTEGER");
    }

    private final Connection connection;
    private final String table;

    /** Makes the table; {@code extra} is {@code json} in some of the backend's shapes and {@code jsonb} in others. */
    LogEntries(Connection connection, String table, String extraType) throws SQLException {
        this.connection = connection;
        this.table = table;
        StringBuilder columns = new StringBuilder("id SERIAL PRIMARY KEY, extra " + extraType);
        COLUMNS.forEach((name, type) -> columns.append(", \"%s\" %s".formatted(name, type)));
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + table + " (" + columns + ")");
            for (String indexed :
                    List.of("level", "service", "request_id", "provider_job_id", "provider_id", "stage")) {
                statement.execute("CREATE INDEX ON %s (\"%s\")".formatted(table, indexed));
            }
        }
    }

    void insertEach(List<String> events) throws SQLException, IOException {
        for (String event : events) {
            try (PreparedStatement insert = insert()) {
                bind(insert, event);
                insert.executeUpdate();
            } catch (SQLException e) {
                throw new SQLException(e.getMessage() + " for " + event, e);
            }
        }
    }

    /** All in one commit: a row that fails takes the others with it. */
    void insertAll(List<String> events) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert = insert()) {
            for (String event : events) {
                bind(insert, event);
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** What is under {@code extra} in every row, read as the backend's queries read it, by the key that is asked for. */
    List<Object> extras() throws SQLException, IOException {
        List<Object> extras = new ArrayList<>();
        String read = "SELECT extra::jsonb::text, extra->>'trace_id' FROM " + table + " ORDER BY id";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(read)) {
            while (rows.next()) {
                extras.add(Json.value(rows.getString(1)));
            }
        }
        return extras;
    }

    static Object extraOf(String event) throws IOException {
        Map<String, Object> others = new LinkedHashMap<>(read(event));
        others.keySet().removeAll(COLUMNS.keySet());
        return Json.comparable(others);
    }

    private PreparedStatement insert() throws SQLException {
        String names = "\"" + String.join("\", \"", COLUMNS.keySet()) + "\", extra";
        return connection.prepareStatement("INSERT INTO %s (%s) VALUES (%s CAST(? AS json))"
                .formatted(table, names, "?, ".repeat(COLUMNS.size())));
    }

    private static void bind(PreparedStatement insert, String event) throws SQLException, IOException {
        Map<String, Object> values = read(event);
        int index = 1;
        for (Map.Entry<String, String> column : COLUMNS.entrySet()) {
            bind(insert, index++, column, values.remove(column.getKey()));
        }
        insert.setString(index, JsonText.of(values));
    }

    private static void bind(PreparedStatement insert, int index, Map.Entry<String, String> column, Object value)
            throws SQLException {
        if (value == null) {
            insert.setNull(index, Types.NULL);
        } else if (column.getValue().startsWith("INTEGER")) {
            insert.setInt(index, Math.toIntExact((Long) value));
        } else if (column.getValue().startsWith("TIMESTAMP")) {
            insert.setObject(index, OffsetDateTime.parse((String) value));
        } else {
            insert.setString(index, (String) value);
        }
    }

    private static Map<String, Object> read(String event) throws IOException {
        return JsonReader.readObject(event.getBytes(StandardCharsets.UTF_8));
    }
}
