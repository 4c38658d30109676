package io.pixsim.logging.collector.store;

import org.jspecify.annotations.Nullable;

/**
 * Which entries, in which order, and which part of them.
 *
 * @param filter which entries
 * @param order in which order
 * @param after the place after which they begin, or null for all
 * @param offset how many are passed over first
 * @param limit how many at the most
 */
public record EntryQuery(
        EntryFilter filter, Order order, @Nullable Position after, int offset, int limit) {

    /** The first entries of an order. */
    public static EntryQuery first(EntryFilter filter, Order order, int limit) {
        return new EntryQuery(filter, order, null, 0, limit);
    }

    /** The same entries from a later place on. */
    public EntryQuery after(@Nullable Position place) {
        return new EntryQuery(filter, order, place, 0, limit);
    }
}
