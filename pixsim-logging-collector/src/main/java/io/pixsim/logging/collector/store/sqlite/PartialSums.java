package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import io.pixsim.logging.collector.store.sql.Where;

/**
 * Adds up a part of a file, of which not all may be counted: whole hours, beside them whole minutes, beside them entries; and
 * the entries that no count knows of yet.
 */
final class PartialSums {

    private final Connection connection;
    private final Sums sums;
    private final EntrySums entries;
    private final Map<Integer, Kind> kinds;
    private final Map<Integer, Long> byKind = new HashMap<>();
    private final long countedTo;
    private final long lastId;
    private final Span asked;

    /** Times, the first of which counts, the last not. */
    private record Span(long from, long to) {

        /** The whole units within; ends before it begins when there are none. */
        Span whole(long unit) {
            return new Span(-Math.floorDiv(-from, unit) * unit, Math.floorDiv(to, unit) * unit);
        }

        Span before(Span inner) {
            return new Span(from, Math.min(to, inner.from));
        }

        Span after(Span inner) {
            return new Span(Math.max(from, inner.to), to);
        }

        boolean isEmpty() {
            return from >= to;
        }
    }

    PartialSums(Connection connection, Sums sums, KindFilter filter) throws SQLException {
        this.connection = connection;
        this.sums = sums;
        this.entries = EntrySums.of(connection, sums);
        this.kinds = Kind.all(connection);
        kinds.values().removeIf(filter.negate());
        this.countedTo = FileState.read(connection).countedTo();
        Extent held = Extent.read(connection);
        this.lastId = held.lastId();
        this.asked = asked(held);
    }

    /** What is asked about, widened to whole hours where nothing stands beside it: an end that is now has no edge. */
    private Span asked(Extent held) {
        long from = Math.max(sums.filter().fromMicros(), held.minMicros());
        long to = Math.min(sums.filter().toMicros(), held.maxMicros());
        return new Span(
                from == held.minMicros() ? from - Math.floorMod(from, Tally.HOUR) : from,
                to == held.maxMicros() ? to - Math.floorMod(to, Tally.HOUR) + Tally.HOUR : to + 1);
    }

    void add() throws SQLException {
        addDurations(asked.whole(Tally.HOUR));
        if (sums.isInHours()) {
            Span hours = asked.whole(Tally.HOUR);
            if (!hours.isEmpty()) {
                addCounted("hours", "hour", Tally.HOUR, hours);
                addMinutes(asked.before(hours));
                addMinutes(asked.after(hours));
            } else {
                addMinutes(asked);
            }
        } else {
            addMinutes(asked);
        }
        byKind.forEach((number, count) -> sums.addKind(kinds.get(number), count));
        addNewer();
    }

    /** What no count knows of yet. */
    private void addNewer() throws SQLException {
        if (countedTo < lastId) {
            Where newer = Conditions.of(sums.filter()).and("id > ?", countedTo);
            EntrySums byId = EntrySums.byId(connection, sums);
            byId.addCounts(newer);
            byId.addDurations(newer);
        }
    }

    private void addMinutes(Span span) throws SQLException {
        Span minutes = span.whole(Tally.MINUTE);
        if (minutes.isEmpty()) {
            addEntries(span);
            return;
        }
        addCounted("minutes", "minute", Tally.MINUTE, minutes);
        addEntries(span.before(minutes));
        addEntries(span.after(minutes));
    }

    private void addEntries(Span span) throws SQLException {
        if (!span.isEmpty()) {
            entries.addCounts(within(span));
        }
    }

    /** Without the times of the filter: of two ends the planner takes the first for its index, and reads a day for a minute. */
    private Where within(Span span) {
        return Conditions.of(sums.filter().withoutTimes())
                .and("+id <= ?", countedTo)
                .and("ts >= ?", span.from())
                .and("ts < ?", span.to());
    }

    private void addCounted(String table, String column, long unit, Span span) throws SQLException {
        String begin = column + " * " + unit + " / " + sums.bucketMicros() + " * " + sums.bucketMicros();
        String sql = "SELECT " + begin + ", kind, sum(entries) FROM " + table + " WHERE " + column + " >= ? AND "
                + column + " < ? GROUP BY 1, 2";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, span.from() / unit);
            statement.setLong(2, span.to() / unit);
            EntrySums.read(statement, row -> addCount(row.getLong(1), row.getInt(2), row.getLong(3)));
        }
    }

    private void addCount(long begin, int number, long count) {
        Kind kind = kinds.get(number);
        if (kind != null) {
            sums.addBucket(begin, kind.severity(), count);
            byKind.merge(number, count, Long::sum);
        }
    }

    private void addDurations(Span hours) throws SQLException {
        if (hours.isEmpty()) {
            entries.addDurations(within(asked));
            return;
        }
        DurationTable.read(connection, hours.from() / Tally.HOUR, hours.to() / Tally.HOUR)
                .forEach(this::addDurations);
        for (Span edge : new Span[] {asked.before(hours), asked.after(hours)}) {
            if (!edge.isEmpty()) {
                entries.addDurations(within(edge));
            }
        }
    }

    private void addDurations(int number, BucketCounts counted) {
        Kind kind = kinds.get(number);
        if (kind != null && kind.stage() != null) {
            sums.addDurations(kind.stage(), counted);
        }
    }
}
