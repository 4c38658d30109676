package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.LogEntry;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is written, by minute and hour and {@link Kind}, in the transactions that write it. Counts are kept in memory
 * for a few thousand entries and then added to those in the file, with the id up to which they are complete: who reads adds
 * up the entries after that one himself. When there are too many kinds it stops for good, and all later entries are read one
 * by one. Used by one thread.
 */
final class Tally {

    /** More kinds than this are none: a client has put something else in a field each time. */
    static final int MAX_KINDS = 4_000;

    static final long MINUTE = TimeUnit.MINUTES.toMicros(1);
    static final long HOUR = TimeUnit.HOURS.toMicros(1);
    static final int MINUTES_OF_HOUR = 60;

    static final List<String> TABLES = List.of(
            Kind.TABLE,
            table("minutes", "minute INTEGER NOT NULL, kind INTEGER NOT NULL", "minute, kind"),
            table("hours", "hour INTEGER NOT NULL, kind INTEGER NOT NULL", "hour, kind"),
            DurationTable.CREATE);

    private static final int MAX_PENDING = 5_000;
    private static final int KIND_BITS = 12;
    private static final String MORE = " ON CONFLICT DO UPDATE SET entries = entries + excluded.entries";

    private final Connection connection;
    private final Map<Kind, Integer> kinds = new HashMap<>();
    private final Map<Long, int[]> minutes = new HashMap<>();
    private final Map<Long, BucketCounts> durations = new HashMap<>();
    private int pending;
    private long lastId;

    private Tally(Connection connection) {
        this.connection = connection;
    }

    private static String table(String name, String columns, String key) {
        return "CREATE TABLE " + name + " (" + columns + ", entries INTEGER NOT NULL, PRIMARY KEY (" + key
                + ")) WITHOUT ROWID";
    }

    /** Goes on from what is in a file. */
    static Tally load(Connection connection) throws SQLException {
        Tally tally = new Tally(connection);
        Kind.all(connection).forEach((number, kind) -> tally.kinds.put(kind, number));
        tally.catchUp();
        return tally;
    }

    /** Counts what is in the file and not counted yet; in a transaction when there may be new kinds. */
    private void catchUp() throws SQLException {
        String sql = "SELECT id, ts, duration_ms, " + Kind.COLUMNS
                + " FROM entries WHERE id > (SELECT counted_to FROM state) ORDER BY id";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next() && !isFull()) {
                long millis = row.getLong(3);
                Long duration = row.wasNull() ? null : millis;
                add(row.getLong(1), row.getLong(2), Kind.read(row, 4), duration);
            }
        }
    }

    private boolean isFull() {
        return kinds.size() >= MAX_KINDS;
    }

    void add(LogEntry entry, long id) throws SQLException {
        if (!isFull()) {
            add(id, entry.micros(), Kind.of(entry), (Long) entry.get(Column.DURATION_MS));
        }
    }

    private void add(long id, long micros, Kind kind, @Nullable Long duration) throws SQLException {
        Integer known = kinds.get(kind);
        int number = known == null ? make(kind) : known;
        increase(minutes, (Math.floorDiv(micros, MINUTE) << KIND_BITS) | number);
        if (duration != null && kind.stage() != null) {
            long hour = (Math.floorDiv(micros, HOUR) << KIND_BITS) | number;
            durations.computeIfAbsent(hour, none -> new BucketCounts()).add(DurationBuckets.of(duration), 1);
        }
        lastId = id;
        pending++;
        if (pending >= MAX_PENDING || isFull()) {
            flush();
        }
    }

    private int make(Kind kind) throws SQLException {
        int number = kinds.size() + 1;
        kind.insert(connection, number);
        kinds.put(kind, number);
        return number;
    }

    private static void increase(Map<Long, int[]> counts, long key) {
        counts.computeIfAbsent(key, none -> new int[1])[0]++;
    }

    /** Adds what is counted to what the file holds. */
    private void flush() throws SQLException {
        Map<Long, int[]> hours = new HashMap<>();
        minutes.forEach((key, count) -> hours.computeIfAbsent(hourOf(key), none -> new int[1])[0] += count[0]);
        addCounts("INSERT INTO minutes VALUES (?, ?, ?)", minutes);
        addCounts("INSERT INTO hours VALUES (?, ?, ?)", hours);
        try (DurationTable table = new DurationTable(connection)) {
            for (Map.Entry<Long, BucketCounts> counted : sorted(durations)) {
                table.add(counted.getKey() >>> KIND_BITS, counted.getKey() & mask(KIND_BITS), counted.getValue());
            }
        }
        try (PreparedStatement upTo = connection.prepareStatement("UPDATE state SET counted_to = ?")) {
            upTo.setLong(1, lastId);
            upTo.executeUpdate();
        }
        minutes.clear();
        durations.clear();
        pending = 0;
    }

    private static long hourOf(long minuteAndKind) {
        long minute = minuteAndKind >>> KIND_BITS;
        return ((minute / MINUTES_OF_HOUR) << KIND_BITS) | (minuteAndKind & mask(KIND_BITS));
    }

    private void addCounts(String sql, Map<Long, int[]> counts) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql + MORE)) {
            for (Map.Entry<Long, int[]> count : sorted(counts)) {
                insert.setLong(1, count.getKey() >>> KIND_BITS);
                insert.setLong(2, count.getKey() & mask(KIND_BITS));
                insert.setInt(3, count.getValue()[0]);
                insert.executeUpdate();
            }
        }
    }

    /** In the order of the tables: neighbours share a page. */
    private static <T> List<Map.Entry<Long, T>> sorted(Map<Long, T> counts) {
        return counts.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    }

    private static long mask(int bits) {
        return (1L << bits) - 1;
    }

    /** Counts all that is in a new file, and makes its kinds; in a transaction. */
    static void countAll(Connection connection) throws SQLException {
        Tally tally = load(connection);
        if (tally.pending > 0) {
            tally.flush();
        }
    }
}
