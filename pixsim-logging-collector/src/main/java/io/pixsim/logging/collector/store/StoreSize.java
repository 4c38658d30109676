package io.pixsim.logging.collector.store;

import java.time.LocalDate;
import java.util.List;

/**
 * How much a store holds.
 *
 * @param bytes how much room it takes, also with what belongs to no day
 * @param entries how many entries there are; an estimate where counting would take long
 * @param days each day on which entries arrived, oldest first; none where the store keeps no days apart
 * @param unreadable what it found and could not read, and has set aside, for people
 */
public record StoreSize(long bytes, long entries, List<Day> days, List<String> unreadable) {

    /** A copy that nobody changes. */
    public StoreSize {
        days = List.copyOf(days);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * The entries that arrived on a day.
     *
     * @param day the day, UTC
     * @param bytes how much room they take, with their indexes
     * @param entries how many there are
     * @param fromMicros the earliest time among them, in microseconds; 0 when there are none
     * @param toMicros the latest time among them; 0 when there are none
     * @param sealed whether the day is done with, and has all its indexes
     */
    public record Day(LocalDate day, long bytes, long entries, long fromMicros, long toMicros, boolean sealed) {}
}
