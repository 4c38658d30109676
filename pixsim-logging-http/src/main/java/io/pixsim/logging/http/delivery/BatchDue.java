package io.pixsim.logging.http.delivery;

import java.util.concurrent.TimeUnit;

/**
 * When a batch leaves: at once when it is full, when nothing was sent for a while before its first event, or when it is
 * what somebody waits for; soon when it holds an urgent event; at the next look when it has gathered enough, which is no
 * sooner than so long after the last one, or each few events would be a request of their own; and when the
 * flush interval has passed since the last one left.
 *
 * @param gather how many events are enough
 * @param intervalNanos the flush interval
 */
record BatchDue(int gather, long intervalNanos) {

    /** Nothing waits, so nothing is ever due. */
    static final long NEVER = Doorbell.NEVER;
    /** How often those that gather are looked at: so no caller has to wake anybody for them. */
    static final long LOOK = TimeUnit.MILLISECONDS.toNanos(50);
    /** Urgent events that follow one another leave together. */
    static final long URGENT_LINGER = TimeUnit.MILLISECONDS.toNanos(100);
    /** An event that comes later than this after the last batch leaves at once. */
    static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    /**
     * How long to wait.
     *
     * @param waiting what waits
     * @param sinceLast nanoseconds since the last batch left
     * @param wasEmpty whether nothing waited when it was last looked at
     * @return nanoseconds; zero when a batch is due now
     */
    long nanosUntilDue(Waiting waiting, long sinceLast, boolean wasEmpty) {
        if (waiting.events() == 0) {
            return NEVER;
        }
        if (waiting.full() || (wasEmpty && sinceLast >= pause())) {
            return 0;
        }
        return Math.max(0, Math.min(patience(waiting), intervalNanos) - sinceLast);
    }

    private long patience(Waiting waiting) {
        if (waiting.events() >= gather) {
            return LOOK;
        }
        return waiting.urgent() ? URGENT_LINGER : intervalNanos;
    }

    private long pause() {
        return Math.min(PAUSE, intervalNanos);
    }

    /**
     * What waits.
     *
     * @param events how many events
     * @param full whether they fill a batch, or should not wait for one
     * @param urgent whether one of them is urgent
     */
    record Waiting(long events, boolean full, boolean urgent) {}
}
