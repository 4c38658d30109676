package io.pixsim.logging.http.transport;

import java.time.Duration;
import java.util.List;

/**
 * What an endpoint made of a request. What an endpoint says may quote log content: the reason of a refusal is for the
 * dead-letter file alone, next to the event that it is about. The reason of a {@link Setback} is one short phrase for
 * people and holds no part of an answer, no URL and no credential.
 */
public sealed interface Outcome {

    /**
     * The endpoint has stored events: all, or only the first ones. In the latter case the first that is missing is what
     * stopped it.
     *
     * @param count how many of the events that were sent, from the first on; at least one
     */
    record Delivered(int count) implements Outcome {}

    /**
     * The endpoint refuses what the request holds, and will again.
     *
     * @param status the HTTP status
     * @param reason what the endpoint said: short, without control characters; empty when it said nothing
     */
    record Rejected(int status, String reason) implements Outcome {}

    /**
     * The request was too large; fewer events at a time may be taken.
     *
     * @param status the HTTP status
     */
    record TooLarge(int status) implements Outcome {}

    /**
     * The endpoint has told event by event: some are to be sent again, some it refuses for good. All others are stored.
     *
     * @param again which to send again: indexes into what was sent, ascending
     * @param refused which not to send again: indexes into what was sent, ascending
     * @param reason what the endpoint said of those refused: short, without control characters
     */
    record Partial(List<Integer> again, List<Integer> refused, String reason) implements Outcome {

        /**
         * An answer event by event.
         *
         * @param again which to send again
         * @param refused which not to send again
         * @param reason what the endpoint said of those refused
         */
        public Partial {
            again = List.copyOf(again);
            refused = List.copyOf(refused);
        }
    }

    /** Nothing was stored, and trying again later may help. */
    sealed interface Setback extends Outcome {

        /**
         * What happened, without content.
         *
         * @return one short phrase
         */
        String reason();

        /**
         * How long the endpoint wants to be left alone.
         *
         * @return the least pause before the next request
         */
        Duration leastPause();
    }

    /**
     * The endpoint is there and stored nothing; one of the events may be what it stumbles over, or its database is down.
     * Nobody can tell from one answer.
     *
     * @param reason what happened, without content
     * @param leastPause the least pause before the next request
     */
    record Unstored(String reason, Duration leastPause) implements Setback {}

    /**
     * The endpoint could not be reached, or has no time, or is not what it should be; the events are not to blame.
     *
     * @param reason what happened, without content
     * @param leastPause the least pause before the next request
     */
    record Retryable(String reason, Duration leastPause) implements Setback {}

    /**
     * The endpoint does not know who is sending, or does not let them. Stays so until someone mends it.
     *
     * @param reason what happened, without content
     * @param leastPause the least pause before the next request
     */
    record Denied(String reason, Duration leastPause) implements Setback {}
}
