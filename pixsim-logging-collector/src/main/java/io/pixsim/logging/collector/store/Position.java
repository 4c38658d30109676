package io.pixsim.logging.collector.store;

import io.pixsim.logging.collector.entry.LogEntry;

/**
 * The place of an entry in each {@link Order}.
 *
 * @param micros its time
 * @param id its id
 */
public record Position(long micros, long id) {

    /** Where an entry is. */
    public static Position of(LogEntry entry) {
        return new Position(entry.micros(), entry.id());
    }

    /** Where the entries begin that come after one of an id, in {@link Order#ARRIVAL}. */
    public static Position afterId(long id) {
        return new Position(0, id);
    }
}
