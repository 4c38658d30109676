package io.pixsim.logging.collector.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.collector.store.StoreSize;
import io.pixsim.logging.collector.store.sql.Sql;

/**
 * A partition for each day. Each is made beside the table and then attached, and detached before it is dropped: neither
 * keeps those waiting who write or read. Safe for use by many threads.
 */
final class DailyPartitions implements Days {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Table table;
    private final String prefix;
    private final Set<LocalDate> there = ConcurrentHashMap.newKeySet();
    private final Map<LocalDate, StoreSize.Day> extents = new ConcurrentHashMap<>();

    DailyPartitions(Table table) {
        this.table = table;
        this.prefix = table.name() + "_p";
    }

    @Override
    public String relation(LocalDate day) {
        return Table.quoted(prefix + day.format(DAY));
    }

    @Override
    public void prepare(Connection connection, LocalDate day) throws SQLException {
        if (there.contains(day)) {
            return;
        }
        // Two collectors may do so at once.
        long lock = Locks.ofDays(table);
        Sql.number(connection, "SELECT 1 FROM (SELECT pg_advisory_lock(" + lock + ")) AS locked");
        try {
            if (partition(connection, day).isEmpty()) {
                attach(connection, day);
            }
        } finally {
            Sql.number(connection, "SELECT 1 FROM (SELECT pg_advisory_unlock(" + lock + ")) AS unlocked");
        }
        there.add(day);
    }

    private void attach(Connection connection, LocalDate day) throws SQLException {
        String whole = Table.quoted(table.name());
        Sql.run(connection, "CREATE TABLE IF NOT EXISTS " + relation(day) + " (LIKE " + whole + " INCLUDING DEFAULTS)");
        Sql.run(
                connection,
                "ALTER TABLE " + whole + " ATTACH PARTITION " + relation(day) + " FOR VALUES FROM ('" + day
                        + " 00:00:00+00') TO ('" + day.plusDays(1) + " 00:00:00+00')");
    }

    /** How a day's partition is attached, if it is: {@code true} when it is being detached. */
    private List<Boolean> partition(Connection connection, LocalDate day) throws SQLException {
        return Sql.list(
                connection,
                "SELECT inhdetachpending FROM pg_inherits WHERE inhrelid = to_regclass(?) AND inhparent = to_regclass(?)",
                row -> row.getBoolean(1),
                relation(day),
                Table.quoted(table.name()));
    }

    @Override
    public List<LocalDate> before(Connection connection, LocalDate day) throws SQLException {
        return Sql.list(
                        connection,
                        "SELECT substr(relname, " + (prefix.length() + 1) + ") FROM pg_class WHERE relkind = 'r'"
                                + " AND relnamespace = current_schema()::regnamespace AND relname ~ ? ORDER BY 1",
                        row -> LocalDate.parse(row.getString(1), DAY),
                        "^" + prefix + "[0-9]{8}$")
                .stream()
                .filter(other -> other.isBefore(day))
                .toList();
    }

    @Override
    public void drop(Connection connection, LocalDate day) throws SQLException {
        there.remove(day);
        extents.remove(day);
        List<Boolean> attached = partition(connection, day);
        if (!attached.isEmpty()) {
            Sql.run(
                    connection,
                    "ALTER TABLE " + Table.quoted(table.name()) + " DETACH PARTITION " + relation(day)
                            + (attached.get(0) ? " FINALIZE" : " CONCURRENTLY"));
        }
        Sql.run(connection, "DROP TABLE IF EXISTS " + relation(day));
    }

    @Override
    public List<StoreSize.Day> sizes(Connection connection, LocalDate today) throws SQLException {
        List<StoreSize.Day> days = new ArrayList<>();
        for (LocalDate day : before(connection, today.plusDays(1))) {
            StoreSize.Day known = extents.get(day);
            if (known == null) {
                known = size(connection, day, day.isBefore(today));
            }
            if (known.sealed()) {
                extents.put(day, known);
            }
            days.add(known);
        }
        return days;
    }

    private StoreSize.Day size(Connection connection, LocalDate day, boolean isOver) throws SQLException {
        String relation = relation(day);
        return Sql.list(
                        connection,
                        "SELECT pg_total_relation_size(to_regclass(?)), (SELECT greatest(reltuples, 0)::bigint FROM pg_class"
                                + " WHERE oid = to_regclass(?)), extract(epoch FROM min(\"timestamp\")) * 1000000,"
                                + " extract(epoch FROM max(\"timestamp\")) * 1000000 FROM " + relation,
                        row -> new StoreSize.Day(
                                day, row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), isOver),
                        relation,
                        relation)
                .get(0);
    }

    /** How much earlier than its time an entry can have arrived: clocks that are further ahead are put right. */
    static long microsAhead() {
        return TimeUnit.DAYS.toMicros(1);
    }
}
