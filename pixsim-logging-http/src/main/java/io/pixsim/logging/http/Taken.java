package io.pixsim.logging.http;

import java.util.List;

/**
 * What a {@link Destination} did with a batch. Immutable.
 *
 * @param isStored whether it has stored all events but those refused; otherwise none, and they are kept for a later try
 * @param refused which events it will never take: indexes into the batch, ascending
 * @param reason why events are refused, or why none is stored: one short phrase without content
 */
public record Taken(boolean isStored, List<Integer> refused, String reason) {

    /**
     * A copy that nobody changes.
     *
     * @param isStored whether it has stored all events but those refused
     * @param refused indexes into the batch, ascending
     * @param reason one short phrase without content
     */
    public Taken {
        refused = List.copyOf(refused);
    }

    /**
     * All events are stored.
     *
     * @return the answer
     */
    public static Taken all() {
        return new Taken(true, List.of(), "");
    }

    /**
     * All events are stored but some, which will never be.
     *
     * @param refused indexes into the batch, ascending
     * @param reason why, for the dead-letter file
     * @return the answer
     */
    public static Taken allBut(List<Integer> refused, String reason) {
        return new Taken(true, refused, reason);
    }

    /**
     * No event is stored; later one may be.
     *
     * @param reason why, without content
     * @return the answer
     */
    public static Taken none(String reason) {
        return new Taken(false, List.of(), reason);
    }
}
