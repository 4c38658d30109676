package io.pixsim.logging.diagnostics;

/** Why an event was held back from every sink. */
public enum SuppressReason {
    /** Another event of its stage stands for it. */
    SAMPLED,
    /** It was below the threshold {@code CRITICAL}, which no logger level can express. */
    BELOW_CRITICAL,
    /** The level of its job or its domain hides it, while that of its logger does not. */
    LEVEL,
    /** It was logged by a value while that was written, by a value while that was written, and so on without end. */
    RECURSION
}
