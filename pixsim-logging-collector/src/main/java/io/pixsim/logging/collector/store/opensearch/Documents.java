package io.pixsim.logging.collector.store.opensearch;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.ColumnType;
import io.pixsim.logging.collector.entry.EntryId;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Severities;
import org.jspecify.annotations.Nullable;

/**
 * Entries as documents: columns by their names, ids as they came; and beside them what questions need that a name and a value
 * can't answer. {@code keys} holds ids so that they sort by their size, {@code pairs} the members of {@code extra}, so that
 * their values can be told apart without a field for each.
 */
final class Documents {

    static final String ID = "id";
    static final String TIME = "ts";
    static final String SEVERITY = "severity";
    static final String EXTRA = "extra";
    static final String SIZE = "size";
    static final String PAIRS = "pairs";

    /** Between a name and its value. */
    static final char SEPARATOR = '\u001f';

    private static final String UID = "event_uid";
    private static final String KEYS = "keys";

    private Documents() {}

    static Map<String, @Nullable Object> write(LogEntry entry, long id) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put(ID, id);
        document.put(TIME, entry.micros());
        document.put("@timestamp", TimeUnit.MICROSECONDS.toMillis(entry.micros()));
        document.put(SEVERITY, Severities.code(entry.severity()));
        document.put(SIZE, entry.size());
        Map<String, Object> keys = new LinkedHashMap<>();
        for (Column column : Column.all()) {
            Object value = entry.get(column);
            if (value instanceof EntryId number) {
                keys.put(column.wireName(), key(number));
                document.put(column.wireName(), number.isNumber() ? new BigInteger(number.text()) : number.text());
            } else if (value != null) {
                document.put(column.wireName(), value);
            }
        }
        if (!keys.isEmpty()) {
            document.put(KEYS, keys);
        }
        if (entry.extra() != null) {
            putExtra(document, entry.extra());
        }
        if (entry.uid() != null) {
            document.put(UID, entry.uid());
        }
        return document;
    }

    private static void putExtra(Map<String, @Nullable Object> document, String extra) {
        List<String> pairs = new ArrayList<>();
        Json.members(extra).forEach((name, value) -> {
            if (value != null) {
                pairs.add(name + SEPARATOR + text(value));
            }
        });
        document.put(EXTRA, extra);
        document.put(PAIRS, pairs);
    }

    private static String text(Object value) {
        return value instanceof Map || value instanceof List
                ? new String(Json.bytes(value), StandardCharsets.UTF_8)
                : value.toString();
    }

    /** Moves what the index does not take under the name of a column to where it takes everything. */
    static void setAside(Map<String, @Nullable Object> document, Column column) {
        Object value = document.remove(column.wireName());
        if (value == null) {
            return;
        }
        if (document.get(KEYS) instanceof Map<?, ?> keys) {
            keys.remove(column.wireName());
        }
        Object extra = document.get(EXTRA);
        Map<String, @Nullable Object> members = extra == null ? new LinkedHashMap<>() : Json.members(extra.toString());
        members.putIfAbsent(column.wireName() + "_raw", value);
        putExtra(document, new String(Json.bytes(members), StandardCharsets.UTF_8));
    }

    static LogEntry read(Node source) {
        LogEntry.Builder entry = LogEntry.builder()
                .id(source.get(ID).number())
                .micros(source.get(TIME).number())
                .severity(Severities.ofCode((int) source.get(SEVERITY).number()));
        for (Column column : Column.all()) {
            entry.set(column, value(column, source.get(column.wireName()).value()));
        }
        Node extra = source.get(EXTRA);
        Node uid = source.get(UID);
        return entry.extra(extra.isMissing() ? null : extra.text())
                .uid(uid.isMissing() ? null : uid.text())
                .build();
    }

    private static @Nullable Object value(Column column, @Nullable Object value) {
        if (value == null || column.type() == ColumnType.INTEGER) {
            return value;
        }
        return column.type() == ColumnType.ID
                ? new EntryId(value.toString(), value instanceof Number)
                : value.toString();
    }

    /** Where different values of a column are found in their order. */
    static String sortedField(Column column) {
        return column.type() == ColumnType.ID ? KEYS + "." + column.wireName() : column.wireName();
    }

    /** Numbers by their size and before texts, as an index sorts texts. */
    private static String key(EntryId id) {
        int length = id.text().length();
        return id.isNumber() ? "0" + (length < 10 ? "0" : "") + length + id.text() : "1" + id.text();
    }

    static EntryId ofKey(String key) {
        return key.startsWith("0") ? new EntryId(key.substring(3), true) : new EntryId(key.substring(1), false);
    }
}
