package io.pixsim.logging.collector.store;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Which entries, in which order, and which part of them.
 *
 * @param filter which entries
 * @param order in which order
 * @param after the place after which they begin, or null for all
 * @param offset how many are passed over first
 * @param limit how many at the most
 * @param patience after how long a page may end before it is full, where a store would read for longer than that; null for never
 */
public record EntryQuery(
        EntryFilter filter,
        Order order,
        @Nullable Position after,
        int offset,
        int limit,
        @Nullable Duration patience) {

    /** A query that waits for a full page. */
    public EntryQuery(EntryFilter filter, Order order, @Nullable Position after, int offset, int limit) {
        this(filter, order, after, offset, limit, null);
    }

    /** The first entries of an order. */
    public static EntryQuery first(EntryFilter filter, Order order, int limit) {
        return new EntryQuery(filter, order, null, 0, limit);
    }

    /** The same entries from a later place on. */
    public EntryQuery after(@Nullable Position place) {
        return new EntryQuery(filter, order, place, 0, limit, patience);
    }

    /** The same question for no more than so many. */
    public EntryQuery limitedTo(int most) {
        return new EntryQuery(filter, order, after, offset, most, patience);
    }

    /** The same question with another filter. */
    public EntryQuery with(EntryFilter other) {
        return new EntryQuery(other, order, after, offset, limit, patience);
    }
}
