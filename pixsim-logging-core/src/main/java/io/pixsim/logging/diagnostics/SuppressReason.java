package io.pixsim.logging.diagnostics;

/** Why the gate held an event back from every sink. */
public enum SuppressReason {
    /** Another event of its stage stands for it. */
    SAMPLED,
    /** It was below the threshold {@code CRITICAL}, which no logger level can express. */
    BELOW_CRITICAL
}
