package io.pixsim.logging.http.delivery;

import java.util.concurrent.TimeUnit;

import io.pixsim.logging.http.queue.BatchLimits;

/**
 * How large a request may be now. It begins at the usual size; while events come faster than they can be sent, the endpoint
 * stores full requests quickly, and larger ones carry more in the same time, it doubles, up to the most; a setback brings
 * it back. An endpoint that finds a request too large is sent one of that size again only after many that it took. For one
 * thread; no clock in here.
 */
final class BatchSizing {

    /** An endpoint that takes longer for a full request would only be slower with larger ones. */
    static final long QUICK = TimeUnit.MILLISECONDS.toNanos(250);
    /** What doubling must gain; else it only takes room. */
    static final double GAIN = 1.1;
    /** How many full requests have a try at that. */
    static final int TRIES = 3;
    /** After how many full requests a size that gained nothing is tried again: endpoints change. */
    static final int REST = 500;

    /** After how many requests as large as may be a size that was too large is tried again. */
    static final int FORGIVEN_AFTER = 100;

    private final BatchLimits usual;
    private final BatchLimits most;
    private long ceiling = Long.MAX_VALUE;
    private int takenAtCeiling;
    private int doublings;
    /** Bytes per nanosecond: the best of half the size, and the best of this one in so many tries. */
    private double bestBefore;

    private double best;
    private int tries;
    private int resting;

    /**
     * Sizes.
     *
     * @param usual the size of a request unless there is a reason for more
     * @param most the size that is never exceeded
     */
    BatchSizing(BatchLimits usual, BatchLimits most) {
        this.usual = usual;
        this.most = most;
    }

    BatchLimits limits() {
        int events = (int) Math.min((long) usual.events() << doublings, most.events());
        long bytes = Math.min(Math.min(usual.bytes() << doublings, most.bytes()), ceiling);
        return new BatchLimits(events, bytes, most.looseBytes());
    }

    /** All that was sent is stored. */
    void stored(int events, long bytes, long nanos, boolean moreWaits) {
        BatchLimits now = limits();
        boolean full = events >= now.events() || bytes >= now.looseBytes() - now.looseBytes() / 8;
        if (full && now.bytes() == ceiling) {
            takenAtCeiling();
        }
        if (nanos > 2 * QUICK) {
            size(Math.max(0, doublings - 1));
        } else if (full && moreWaits) {
            filled(bytes / (double) Math.max(1, nanos), canGrow(now) && nanos < QUICK);
        }
    }

    private void takenAtCeiling() {
        takenAtCeiling++;
        if (takenAtCeiling == FORGIVEN_AFTER) {
            takenAtCeiling = 0;
            ceiling *= 2;
        }
    }

    private boolean canGrow(BatchLimits now) {
        return now.events() < most.events() || now.bytes() < Math.min(most.bytes(), ceiling);
    }

    private void filled(double rate, boolean canGrow) {
        if (resting > 0) {
            resting--;
            return;
        }
        best = Math.max(best, rate);
        tries++;
        if (best >= GAIN * bestBefore) {
            grow(canGrow);
        } else if (tries == TRIES) {
            size(doublings - 1);
            resting = REST;
        }
    }

    private void grow(boolean canGrow) {
        if (canGrow) {
            double before = best;
            size(doublings + 1);
            bestBefore = before;
        }
    }

    private void size(int times) {
        doublings = times;
        bestBefore = 0;
        best = 0;
        tries = 0;
        resting = 0;
    }

    void setback() {
        size(0);
    }

    void tooLarge(int events, long bytes) {
        size(0);
        if (events > 1) {
            ceiling = Math.max(1, Math.min(ceiling, bytes / 2));
            takenAtCeiling = 0;
        }
    }
}
