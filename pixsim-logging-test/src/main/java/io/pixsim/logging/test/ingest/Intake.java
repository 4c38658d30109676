package io.pixsim.logging.test.ingest;

import java.util.Set;

/** The events of one call, on their way into the store: each format tells in its own words what became of them. */
interface Intake {

    /** Stores all that can be stored. */
    Reply all();

    /** Stores the first ones only, as an endpoint does that has no time for the others. */
    Reply first(int atMost);

    /**
     * Stores those that are not bad, as far as the endpoint tells one event from another.
     *
     * @param bad the bad ones, by their place in the call
     * @param status what is said of them, or of all
     */
    Reply allBut(Set<Integer> bad, int status);

    /** Stores nothing. */
    Reply error(int status, String message);

    /** What has not the shape of a call in its format: that is all that is said, whatever would be stored. */
    static Intake refused(Reply refusal, Intake otherwise) {
        return new Intake() {
            @Override
            public Reply all() {
                return refusal;
            }

            @Override
            public Reply first(int atMost) {
                return refusal;
            }

            @Override
            public Reply allBut(Set<Integer> bad, int status) {
                return refusal;
            }

            @Override
            public Reply error(int status, String message) {
                return otherwise.error(status, message);
            }
        };
    }
}
