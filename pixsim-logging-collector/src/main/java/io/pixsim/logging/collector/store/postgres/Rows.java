package io.pixsim.logging.collector.store.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.ColumnType;
import io.pixsim.logging.collector.entry.EntryId;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.entry.NumericIds;
import io.pixsim.logging.collector.store.Severities;
import org.jspecify.annotations.Nullable;

/** Reads rows of a table as entries. */
final class Rows {

    private static final Instant LAST = Instant.parse("9998-12-31T23:59:59Z");

    private final Table table;
    private final List<Column> columns;

    Rows(Table table) {
        this.table = table;
        columns = Column.all().stream()
                .filter(column -> table.column(column) != null)
                .toList();
    }

    /** What is selected. */
    String names() {
        List<String> names = new ArrayList<>(List.of("id", "\"timestamp\"", "extra::text"));
        if (table.isOwn()) {
            names.addAll(List.of("severity", "numbers", "event_uid"));
        }
        return String.join(", ", names)
                + columns.stream()
                        .map(column -> ", " + Table.quoted(column.wireName()))
                        .collect(Collectors.joining());
    }

    LogEntry read(ResultSet row) throws SQLException {
        LogEntry.Builder entry = LogEntry.builder().id(row.getLong(1)).micros(micros(row));
        if (table.isOwn()) {
            return own(row, entry);
        }
        int index = 4;
        for (Column column : columns) {
            entry.set(column, value(row, index++, column, column.type() == ColumnType.ID));
        }
        lift(row.getString(3), entry);
        Object level = entry.get(Column.LEVEL);
        return entry.severity(
                        Severity.parse(level == null ? null : level.toString()).orElse(Severity.INFO))
                .build();
    }

    private LogEntry own(ResultSet row, LogEntry.Builder entry) throws SQLException {
        entry.extra(row.getString(3)).severity(Severities.ofCode(row.getInt(4))).uid(row.getString(6));
        long numbers = row.getLong(5);
        int index = 7;
        for (Column column : columns) {
            entry.set(column, value(row, index++, column, (numbers & NumericIds.bit(column)) != 0));
        }
        return entry.build();
    }

    /** What stands in extra for want of a column, or of room. */
    private void lift(@Nullable String json, LogEntry.Builder entry) {
        Map<String, Column> names = new HashMap<>();
        Map<String, Column> numbers = new HashMap<>();
        for (Column column : Column.all()) {
            boolean isMissing = table.column(column) == null;
            if (isMissing || (column.type() != ColumnType.TEXT && entry.get(column) == null)) {
                String name = isMissing ? column.wireName() : column.wireName() + Wire.RAW_SUFFIX;
                (column.type() == ColumnType.INTEGER ? numbers : names).put(name, column);
            }
        }
        Set<String> wanted = new HashSet<>(names.keySet());
        wanted.add(Wire.EVENT_UID);
        ExtraMembers extra = ExtraMembers.take(json, wanted, numbers.keySet());
        names.forEach((name, column) -> {
            EntryId found = extra.get(name);
            entry.set(column, found == null || column.type() == ColumnType.ID ? found : found.text());
        });
        numbers.forEach((name, column) -> {
            EntryId found = extra.get(name);
            entry.set(column, found == null ? null : Long.valueOf(found.text()));
        });
        EntryId uid = extra.get(Wire.EVENT_UID);
        entry.uid(uid == null ? null : uid.text()).extra(extra.rest());
    }

    /** What a result holds in a column. */
    private static @Nullable Object value(ResultSet row, int index, Column column, boolean isNumber)
            throws SQLException {
        String text = row.getString(index);
        if (text == null) {
            return null;
        }
        return switch (column.type()) {
            case TEXT -> text;
            case ID -> new EntryId(text, isNumber);
            case INTEGER -> row.getLong(index);
        };
    }

    /** Python's backend can have stored the ends of time. */
    private long micros(ResultSet row) throws SQLException {
        Instant time = table.isNaive()
                ? row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC)
                : row.getObject(2, OffsetDateTime.class).toInstant();
        if (time.isBefore(Instant.EPOCH)) {
            return 0;
        }
        return EntryTime.micros(time.isAfter(LAST) ? LAST : time);
    }
}
