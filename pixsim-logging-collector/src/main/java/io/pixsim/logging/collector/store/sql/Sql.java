package io.pixsim.logging.collector.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Short ways to say things in SQL. */
public final class Sql {

    private Sql() {}

    /** Reads a row. */
    public interface Row<T> {

        T read(ResultSet row) throws SQLException;
    }

    public static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public static <T> List<T> list(Connection connection, String sql, Row<T> reading, Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return list(statement, reading);
        }
    }

    public static <T> List<T> list(PreparedStatement statement, Row<T> reading) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(reading.read(row));
            }
        }
        return rows;
    }

    public static long number(Connection connection, String sql) throws SQLException {
        List<Long> found = list(connection, sql, row -> row.getLong(1));
        return found.isEmpty() ? 0 : found.get(0);
    }
}
