package io.pixsim.logging.collector.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
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

    private static final int UID = 1;
    private static final int EXTRA = 1 << 1;
    private static final int FIRST_BIT = 2;

    /** All that may be {@link #filled}. */
    static final int ALL = (1 << (FIRST_BIT + COLUMNS.size())) - 1;

    private Rows() {}

    /** What an entry holds beside what all have: a bit for its uid, for what has no column, and for each column. */
    static int filled(LogEntry entry) {
        int filled = (entry.uid() == null ? 0 : UID) | (entry.extra() == null ? 0 : EXTRA);
        for (int i = 0; i < COLUMNS.size(); i++) {
            filled |= entry.get(COLUMNS.get(i)) == null ? 0 : 1 << (FIRST_BIT + i);
        }
        return filled;
    }

    /** Stores so many entries that hold no more than what is {@link #filled}; passes over those whose uid is there. */
    static String insert(int filled, int entries) {
        StringBuilder names = new StringBuilder("id, ts, severity, numbers");
        names.append((filled & UID) == 0 ? "" : ", event_uid");
        for (int i = 0; i < COLUMNS.size(); i++) {
            names.append(
                    (filled >> (FIRST_BIT + i) & 1) == 0
                            ? ""
                            : ", " + COLUMNS.get(i).wireName());
        }
        names.append((filled & EXTRA) == 0 ? "" : ", extra");
        String values = "(" + names.toString().replaceAll("[a-z_]+", "?") + ")";
        // Not ABORT, for which what each row changes is kept until the last one.
        return "INSERT OR FAIL INTO entries (" + names + ") VALUES "
                + String.join(", ", Collections.nCopies(entries, values))
                + " ON CONFLICT (event_uid) WHERE event_uid IS NOT NULL DO NOTHING";
    }

    /** Sets the values of an entry from a parameter on; gives the one behind them. */
    static int bind(PreparedStatement insert, int first, LogEntry entry, long id, int filled) throws SQLException {
        int index = first;
        insert.setLong(index++, id);
        insert.setLong(index++, entry.micros());
        insert.setInt(index++, Severities.code(entry.severity()));
        insert.setLong(index++, NumericIds.of(entry));
        if ((filled & UID) != 0) {
            insert.setString(index++, entry.uid());
        }
        for (int i = 0; i < COLUMNS.size(); i++) {
            if ((filled >> (FIRST_BIT + i) & 1) != 0) {
                bind(insert, index++, entry.get(COLUMNS.get(i)));
            }
        }
        if ((filled & EXTRA) != 0) {
            insert.setString(index++, entry.extra());
        }
        return index;
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
