package io.pixsim.logging.diagnostics;

/** Why an event was held back from every sink. */
public enum SuppressReason {
    /** Another event of its stage or path stands for it. */
    SAMPLED(true),
    /** Its whole job is left out; other jobs stand for it. */
    JOB_SAMPLED(true),
    /** There were more of its kind in a second than allowed. */
    RATE_LIMITED(true),
    /** It said what one shortly before it had said. */
    DUPLICATE(true),
    /** It was a poll that found what the one before it had found. */
    UNCHANGED_POLL(true),
    /** It was of a request whose path is excluded. */
    EXCLUDED_PATH(false),
    /** It was below the threshold {@code CRITICAL}, which no logger level can express. */
    BELOW_CRITICAL(false),
    /** The level of its job or its domain hides it, while that of its logger does not. */
    LEVEL(false),
    /** It was logged by a value while that was written, by a value while that was written, and so on without end. */
    RECURSION(false);

    private final boolean told;

    SuppressReason(boolean told) {
        this.told = told;
    }

    /**
     * Whether events tell of it: what was asked to be hidden as such is only counted.
     *
     * @return true when summary events name it
     */
    public boolean isTold() {
        return told;
    }
}
