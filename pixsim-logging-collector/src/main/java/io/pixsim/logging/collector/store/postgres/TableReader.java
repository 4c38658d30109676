package io.pixsim.logging.collector.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.store.postgres.Table.TableColumn;

/** Reads from the catalog of the database what a table is like. */
final class TableReader {

    private static final String COLUMNS = "SELECT column_name, udt_name, character_maximum_length, column_default"
            + " FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ?";
    /** Indexes of ours hold these: what is longer would cost its row, since an index takes no more. */
    private static final int OWN_LENGTH = 500;
    /** The same of those that Python makes, where they have no limit of their own. */
    private static final int OTHERS_LENGTH = 500;

    private TableReader() {}

    private record Described(String type, int length, String defaultValue) {}

    /** The table, or nothing when there is none. */
    static Optional<Table> read(Connection connection, String name) throws SQLException {
        Map<String, Described> found = describe(connection, name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        for (String needed : new String[] {"id", "timestamp", "level", "service", "msg", "extra"}) {
            if (!found.containsKey(needed)) {
                throw new SQLException(
                        "table " + name + " has no column " + needed + ", so it is no table of log entries");
            }
        }
        boolean isOwn = found.containsKey("severity") && found.containsKey("numbers") && found.containsKey("event_uid");
        Map<Column, TableColumn> columns = new EnumMap<>(Column.class);
        for (Column column : Column.all()) {
            Described described = found.get(column.wireName());
            if (described != null) {
                columns.put(column, column(column, described, isOwn));
            }
        }
        return Optional.of(new Table(
                name,
                isOwn,
                isOwn && !isPartitioned(connection, name),
                columns,
                found.containsKey("created_at"),
                found.getOrDefault("timestamp", new Described("", 0, "")).type().equals("timestamp"),
                found.getOrDefault("extra", new Described("json", 0, "")).type(),
                isOwn ? "nextval(" + Table.literal(name + "_ids") + ")" : nextId(connection, name, found)));
    }

    private static Map<String, Described> describe(Connection connection, String name) throws SQLException {
        Map<String, Described> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String defaultValue = row.getString(4);
                    found.put(
                            row.getString(1),
                            new Described(row.getString(2), row.getInt(3), defaultValue == null ? "" : defaultValue));
                }
            }
        }
        return found;
    }

    private static TableColumn column(Column column, Described described, boolean isOwn) {
        int bits = described.type().equals("int4") ? Integer.SIZE : Long.SIZE;
        boolean isInteger = described.type().startsWith("int");
        if (isOwn) {
            return new TableColumn(isInteger, bits, isText(column) ? 0 : OWN_LENGTH);
        }
        int length = described.length() == 0 && !isText(column) ? OTHERS_LENGTH : described.length();
        return new TableColumn(isInteger, bits, length);
    }

    private static boolean isText(Column column) {
        return column == Column.MSG || column == Column.ERROR;
    }

    private static boolean isPartitioned(Connection connection, String name) throws SQLException {
        return text(connection, "SELECT relkind::text FROM pg_class WHERE oid = to_regclass(?)", Table.quoted(name))
                .equals("p");
    }

    /** What the table itself takes its ids from. */
    private static String nextId(Connection connection, String name, Map<String, Described> found) throws SQLException {
        String defaultValue = found.getOrDefault("id", new Described("", 0, "")).defaultValue();
        if (!defaultValue.isEmpty()) {
            return defaultValue;
        }
        String sequence = text(connection, "SELECT coalesce(pg_get_serial_sequence(?, 'id'), '')", Table.quoted(name));
        if (sequence.isEmpty()) {
            throw new SQLException("table " + name + " gives no ids: its column id has no default");
        }
        return "nextval(" + Table.literal(sequence) + ")";
    }

    private static String text(Connection connection, String sql, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? String.valueOf(row.getString(1)) : "";
            }
        }
    }
}
