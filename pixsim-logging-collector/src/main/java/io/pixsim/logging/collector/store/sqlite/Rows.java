package io.pixsim.logging.collector.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryId;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.entry.NumericIds;
import io.pixsim.logging.collector.store.Severities;
import org.jspecify.annotations.Nullable;

/** Entries as rows: ids are text there, and a bit for each tells whether it was a number. */
final class Rows {

    private static final List<Column> COLUMNS = Column.all();
    private static final int FIRST_COLUMN = 6;

    private static final String NAMES = "id, ts, severity, numbers, event_uid, "
            + COLUMNS.stream().map(Column::wireName).collect(Collectors.joining(", ")) + ", extra";

    static final String SELECT = "SELECT " + NAMES + " FROM entries WHERE id = ?";

    /** Those of a list of ids, in its order, as far as they are there. */
    static final String SELECT_LIST = "SELECT " + NAMES
            + " FROM (SELECT value AS place FROM json_each(?)) CROSS JOIN entries ON entries.id = place";

    static final String INSERT = "INSERT INTO entries (" + NAMES + ") VALUES ("
            + NAMES.replaceAll("[a-z_]+", "?")
            + ") ON CONFLICT (event_uid) WHERE event_uid IS NOT NULL DO NOTHING";

    private Rows() {}

    static void bind(PreparedStatement insert, LogEntry entry, long id) throws SQLException {
        insert.setLong(1, id);
        insert.setLong(2, entry.micros());
        insert.setInt(3, Severities.code(entry.severity()));
        insert.setLong(4, NumericIds.of(entry));
        insert.setString(5, entry.uid());
        int index = FIRST_COLUMN;
        for (Column column : COLUMNS) {
            bind(insert, index++, entry.get(column));
        }
        insert.setString(index, entry.extra());
    }

    private static void bind(PreparedStatement insert, int index, @Nullable Object value) throws SQLException {
        if (value instanceof Long number) {
            insert.setLong(index, number);
        } else {
            insert.setString(index, value == null ? null : value.toString());
        }
    }

    static LogEntry read(ResultSet row) throws SQLException {
        LogEntry.Builder entry = LogEntry.builder()
                .id(row.getLong(1))
                .micros(row.getLong(2))
                .severity(Severities.ofCode(row.getInt(3)))
                .uid(row.getString(5));
        long numbers = row.getLong(4);
        int index = FIRST_COLUMN;
        for (Column column : COLUMNS) {
            entry.set(column, value(row, index++, column, numbers));
        }
        return entry.extra(row.getString(index)).build();
    }

    /** What a result holds in a column; its numbers are the bits of the row. */
    static @Nullable Object value(ResultSet row, int index, Column column, long numbers) throws SQLException {
        String text = row.getString(index);
        if (text == null) {
            return null;
        }
        return switch (column.type()) {
            case TEXT -> text;
            case ID -> new EntryId(text, (numbers & NumericIds.bit(column)) != 0);
            case INTEGER -> row.getLong(index);
        };
    }
}
