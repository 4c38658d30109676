package io.pixsim.logging.benchmarks.delivery;

/** How the sink answers. */
enum Behaviour {
    /** With a yes, at once. */
    GOOD,
    /** With a yes, 25 ms later. */
    SLOW,
    /** With 503, at once. */
    REFUSING,
    /** With 503 and {@code Retry-After: 3}, for ten seconds from the first request on. */
    BUSY,
    /** Not at all. */
    HANGING,
    /** With 400, and storing nothing, while the poisoned event is among the others. */
    POISONED,
    /** The first request is stored, and its answer lost with the connection. */
    SILENT_ONCE;

    static final int SLOW_MILLIS = 25;
    static final long BUSY_MILLIS = 10_000;
    static final String BUSY_SECONDS = "3";
    static final String POISON = "poisonous";

    boolean looksAtIds() {
        return this == SILENT_ONCE;
    }
}
