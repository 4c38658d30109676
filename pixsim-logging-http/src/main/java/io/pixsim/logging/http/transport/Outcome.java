package io.pixsim.logging.http.transport;

import java.time.Duration;
import java.util.List;

/**
 * What an endpoint made of a request. A reason is one short phrase for people and holds no part of an answer, no URL and
 * no credential: answers of a failing endpoint may quote log content.
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
     * @param reason what the endpoint said, redacted and cut short; for the dead-letter file alone
     */
    record Rejected(int status, String reason) implements Outcome {}

    /**
     * The endpoint answered for each event: those that are named nowhere are stored.
     *
     * @param again which events are to be sent again, by their place in the shipment, rising
     * @param refused which events the endpoint will never take, by their place in the shipment, rising
     * @param reason what the endpoint said of the refused ones, redacted and cut short; for the dead-letter file alone
     */
    record Partial(List<Integer> again, List<Integer> refused, String reason) implements Outcome {

        /**
         * Copies the places.
         *
         * @param again which events are to be sent again
         * @param refused which events the endpoint will never take
         * @param reason what the endpoint said of the refused ones
         */
        public Partial {
            again = List.copyOf(again);
            refused = List.copyOf(refused);
        }
    }

    /**
     * The request is larger than the endpoint takes.
     *
     * @param status the HTTP status
     */
    record TooLarge(int status) implements Outcome {}

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
     * The endpoint wants other credentials; somebody has to mend them.
     *
     * @param reason what happened, without content
     * @param leastPause the least pause before the next request
     */
    record Denied(String reason, Duration leastPause) implements Setback {}
}
