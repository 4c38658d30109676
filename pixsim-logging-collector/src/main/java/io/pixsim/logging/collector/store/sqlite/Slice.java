package io.pixsim.logging.collector.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.Position;

/** Times that hold only so many entries of a file, however they are spread. */
final class Slice {

    private Slice() {}

    /** The time with which a query begins that has the newest first. */
    static long newest(EntryQuery query) {
        long to = query.filter().toMicros();
        Position after = query.after();
        return after == null ? to : Math.min(to, after.micros());
    }

    /** The time that so many entries up to another time are newer than; nothing when there are not so many. */
    static OptionalLong begin(ReadConnection reader, long last, int entries) throws SQLException {
        return time(reader, "SELECT ts FROM entries WHERE ts <= ? ORDER BY ts DESC LIMIT 1 OFFSET ?", last, entries);
    }

    private static OptionalLong end(ReadConnection reader, long first, int entries) throws SQLException {
        return time(reader, "SELECT ts FROM entries WHERE ts >= ? ORDER BY ts LIMIT 1 OFFSET ?", first, entries);
    }

    private static OptionalLong time(ReadConnection reader, String sql, long from, int entries) throws SQLException {
        PreparedStatement statement = reader.statement(sql);
        statement.setLong(1, from);
        statement.setInt(2, entries);
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    /** The same query of the times at the beginning of its order, which is one of time. */
    static EntryQuery first(ReadConnection reader, EntryQuery query, int entries) throws SQLException {
        EntryFilter filter = query.filter();
        EntryFilter.Builder slice = filter.toBuilder();
        if (query.order() == Order.NEWEST_FIRST) {
            begin(reader, newest(query), entries)
                    .ifPresent(begin -> slice.fromMicros(Math.max(filter.fromMicros(), begin)));
        } else {
            Position after = query.after();
            long first = after == null ? filter.fromMicros() : Math.max(filter.fromMicros(), after.micros());
            end(reader, first, entries).ifPresent(end -> slice.toMicros(Math.min(filter.toMicros(), end)));
        }
        return query.with(slice.build());
    }
}
