package io.pixsim.logging.collector.store;

import java.util.List;

/**
 * What became of an {@link Append}: all of it is on the disk, but for what is refused.
 *
 * @param firstId the id of the first entry that was stored; 0 when none was
 * @param stored how many entries were stored
 * @param repeats which had been stored before: their places in the request, from 0 on, ascending
 * @param refused which the store can't hold, whatever is tried
 */
public record Appended(long firstId, int stored, List<Integer> repeats, List<Refused> refused) {

    /** A copy that nobody changes. */
    public Appended {
        repeats = List.copyOf(repeats);
        refused = List.copyOf(refused);
    }

    /** An answer of a store that has refused nothing. */
    public Appended(long firstId, int stored, List<Integer> repeats) {
        this(firstId, stored, repeats, List.of());
    }

    /** How many entries had been stored before. */
    public int repeated() {
        return repeats.size();
    }

    /**
     * An entry that is not stored.
     *
     * @param index its place in the request, from 0 on
     * @param reason what the store says of it
     */
    public record Refused(int index, String reason) {}
}
