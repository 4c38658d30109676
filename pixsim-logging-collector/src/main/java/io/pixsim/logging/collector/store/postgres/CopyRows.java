package io.pixsim.logging.collector.store.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.entry.NumericIds;
import io.pixsim.logging.collector.store.Severities;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes rows with COPY, in the text format: one statement for any number of them. */
final class CopyRows {

    private static final int PART = 64 << 10;

    private final Table table;
    private final String statement;

    CopyRows(Table table) {
        this.table = table;
        statement = "COPY " + Table.quoted(table.name()) + " (id, \"timestamp\""
                + (table.isOwn() ? ", severity, numbers, event_uid" : "")
                + (table.hasCreatedAt() ? ", created_at" : "")
                + Column.all().stream()
                        .filter(column -> table.column(column) != null)
                        .map(column -> ", " + Table.quoted(column.wireName()))
                        .collect(Collectors.joining())
                + ", extra) FROM STDIN";
    }

    /** An entry and the id that it gets. */
    record Numbered(long id, LogEntry entry) {}

    void write(Connection connection, List<Numbered> rows, long arrivedMicros) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        try {
            StringBuilder text = new StringBuilder();
            for (Numbered row : rows) {
                append(text, row, arrivedMicros);
                if (text.length() >= PART) {
                    send(copy, text);
                }
            }
            send(copy, text);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopyIn copy, StringBuilder text) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    private void append(StringBuilder text, Numbered row, long arrivedMicros) {
        LogEntry entry = row.entry();
        text.append(row.id()).append('\t').append(EntryTime.format(entry.micros()));
        if (table.isOwn()) {
            text.append('\t').append(Severities.code(entry.severity()));
            text.append('\t').append(NumericIds.of(entry));
            value(text, entry.uid());
        }
        if (table.hasCreatedAt()) {
            text.append('\t').append(EntryTime.format(arrivedMicros));
        }
        Fitting fitting = new Fitting(table, entry);
        for (Column column : Column.all()) {
            String value = fitting.value(column);
            if (table.column(column) != null) {
                value(text, value);
            }
        }
        value(text, fitting.extra());
        text.append('\n');
    }

    private static void value(StringBuilder text, @Nullable String value) {
        text.append('\t');
        if (value == null) {
            text.append("\\N");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\0' -> {} // which no text of PostgreSQL holds
                default -> text.append(c);
            }
        }
    }
}
