package io.pixsim.logging.collector.store.postgres;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.collector.entry.Column;
import org.jspecify.annotations.Nullable;

/**
 * The table of the entries, as it is: ours, or one that the Python backend has made, in whichever of its shapes. Those have
 * ids that are 32-bit numbers, limits of length, no columns for some of what we know, and times with or without a zone.
 *
 * @param name its name
 * @param isOwn whether it is ours, with all its columns
 * @param isHypertable whether TimescaleDB keeps its days apart
 * @param columns those of the entries' columns that it has
 * @param hasCreatedAt whether it tells when a row arrived
 * @param isNaive whether its times have no zone, and mean UTC
 * @param extraType {@code json} or {@code jsonb}
 * @param nextId an expression that gives the next id
 */
record Table(
        String name,
        boolean isOwn,
        boolean isHypertable,
        Map<Column, TableColumn> columns,
        boolean hasCreatedAt,
        boolean isNaive,
        String extraType,
        String nextId) {

    /** A null character and half a character, escaped, which make the functions for JSON fail; and not an escaped backslash. */
    private static final String UNREADABLE =
            "(?<!\\\\)(\\\\\\\\)*\\\\u(0000|d[89ab][0-9a-f]{2}(?!\\\\ud[c-f][0-9a-f]{2})"
                    + "|(?<!\\\\ud[89ab][0-9a-f]{2}\\\\u)d[c-f][0-9a-f]{2})";

    /**
     * A column.
     *
     * @param isInteger whether it holds numbers
     * @param bits how many bits these have
     * @param maxLength how many characters it takes; 0 for any
     */
    record TableColumn(boolean isInteger, int bits, int maxLength) {}

    /** A copy that nobody changes. */
    Table {
        columns = Map.copyOf(columns);
    }

    String quoted() {
        return quoted(name);
    }

    static String quoted(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Nullable
    TableColumn column(Column column) {
        return columns.get(column);
    }

    /** A column as text or as a number; one that there is none for is looked for in {@code extra}. */
    String value(Column column) {
        return columns.containsKey(column) ? quoted(column.wireName()) : extra(column.wireName());
    }

    /** A member of {@code extra} as text. */
    String extra(String key) {
        String text = "extra ->> " + literal(key);
        return isOwn || extraType.equals("jsonb")
                ? "(" + text + ")"
                : "(CASE WHEN extra::text !~* " + literal(UNREADABLE) + " AND json_typeof(extra) = 'object' THEN "
                        + text + " END)";
    }

    /** A time as a parameter of the type that the table has. */
    Object time(long micros) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(
                Math.floorDiv(micros, TimeUnit.SECONDS.toMicros(1)),
                (int) (Math.floorMod(micros, TimeUnit.SECONDS.toMicros(1)) * 1000),
                ZoneOffset.UTC);
        return isNaive ? utc : OffsetDateTime.of(utc, ZoneOffset.UTC);
    }

    /** The time of a row in microseconds. */
    String micros() {
        return "(extract(epoch FROM \"timestamp\") * 1000000)::bigint";
    }
}
