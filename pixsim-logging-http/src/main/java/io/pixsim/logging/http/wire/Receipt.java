package io.pixsim.logging.http.wire;

import java.util.List;

/** What a yes of an endpoint means. */
public sealed interface Receipt {

    /**
     * The first so many are stored; what follows is not.
     *
     * @param count how many, from the first on; none when there is zero
     */
    record Stored(int count) implements Receipt {}

    /**
     * Event by event.
     *
     * @param again indexes of those to be sent again, ascending
     * @param refused indexes of those that are refused for good, ascending
     * @param reason what was said of the refused: short, without control characters
     * @param cause why those to be sent again were not taken
     */
    record Each(List<Integer> again, List<Integer> refused, String reason, Cause cause) implements Receipt {}

    /** Why events are to be sent again. */
    enum Cause {
        /** There was no time or no room for them, or not for each the same cause, or there are none. */
        NO_TIME,
        /** Whoever sends them may not. */
        DENIED,
        /** The endpoint failed over each of them, as it does over a bad event, or when its database is down. */
        FAILED
    }

    /** Cannot be made out; something may be stored, and something not. */
    record Unreadable() implements Receipt {}

    /** Not what an endpoint of this format says: a proxy or a login page answered, and nothing was stored. */
    record Foreign() implements Receipt {}
}
