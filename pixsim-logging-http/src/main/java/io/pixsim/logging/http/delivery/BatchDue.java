package io.pixsim.logging.http.delivery;

import io.pixsim.logging.http.queue.BatchLimits;

/**
 * When a batch leaves: full by count, full by bytes, or as soon as the flush interval has passed since the last one left.
 * So the first event after a pause leaves at once, and the next ones gather.
 *
 * @param limits when a batch is full
 * @param intervalNanos the flush interval
 */
record BatchDue(BatchLimits limits, long intervalNanos) {

    /** Nothing waits, so nothing is ever due. */
    static final long NEVER = Long.MAX_VALUE;

    /**
     * How long to wait.
     *
     * @param events how many wait
     * @param bytes the bytes of those
     * @param sinceLast nanoseconds since the last batch left
     * @return nanoseconds; zero when a batch is due now
     */
    long nanosUntilDue(int events, long bytes, long sinceLast) {
        if (events == 0) {
            return NEVER;
        }
        if (events >= limits.events() || bytes >= limits.bytes()) {
            return 0;
        }
        return Math.max(0, intervalNanos - sinceLast);
    }
}
