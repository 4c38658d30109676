package io.pixsim.logging.collector.store.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.Position;

/**
 * What a day's file holds: by it a file is passed over that has nothing to say.
 *
 * @param firstId the id of its first entry, also when there is none yet
 * @param lastId the id of its last entry; one less than the first when there is none
 * @param minMicros the earliest time
 * @param maxMicros the latest time
 */
record Extent(long firstId, long lastId, long minMicros, long maxMicros) {

    static Extent read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT first_id, (SELECT max(id) FROM entries),"
                        + " (SELECT min(ts) FROM entries), (SELECT max(ts) FROM entries) FROM state")) {
            if (!row.next()) {
                throw new SQLException("no state");
            }
            long firstId = row.getLong(1);
            long lastId = row.getLong(2);
            return lastId == 0
                    ? new Extent(firstId, firstId - 1, Long.MAX_VALUE, Long.MIN_VALUE)
                    : new Extent(firstId, lastId, row.getLong(3), row.getLong(4));
        }
    }

    Extent with(long id, long micros) {
        return new Extent(firstId, id, Math.min(minMicros, micros), Math.max(maxMicros, micros));
    }

    boolean isEmpty() {
        return lastId < firstId;
    }

    boolean overlaps(long fromMicros, long toMicros) {
        return !isEmpty() && minMicros <= toMicros && maxMicros >= fromMicros;
    }

    /** Whether a filter asks about all of its times. */
    boolean isWithin(EntryFilter filter) {
        return filter.fromMicros() <= minMicros && filter.toMicros() >= maxMicros;
    }

    boolean mayHold(EntryQuery query) {
        if (!overlaps(query.filter().fromMicros(), query.filter().toMicros())) {
            return false;
        }
        Position after = query.after();
        return after == null
                || switch (query.order()) {
                    case NEWEST_FIRST -> minMicros <= after.micros();
                    case OLDEST_FIRST -> maxMicros >= after.micros();
                    case ARRIVAL -> lastId > after.id();
                };
    }

    /** The best place that an entry of this file can have in the order of a query. */
    Position best(EntryQuery query) {
        return switch (query.order()) {
            case NEWEST_FIRST -> new Position(maxMicros, Long.MAX_VALUE);
            case OLDEST_FIRST -> new Position(minMicros, 0);
            case ARRIVAL -> new Position(0, firstId);
        };
    }
}
