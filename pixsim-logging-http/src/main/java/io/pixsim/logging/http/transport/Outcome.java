package io.pixsim.logging.http.transport;

import java.time.Duration;

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
     */
    record Rejected(int status) implements Outcome {}

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
}
