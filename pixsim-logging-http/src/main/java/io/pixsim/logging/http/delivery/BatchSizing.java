package io.pixsim.logging.http.delivery;

import java.util.concurrent.TimeUnit;

import io.pixsim.logging.http.queue.BatchLimits;

/**
 * How large a request may be now. It begins at the usual size; while events come faster than they can be sent and the
 * endpoint stores full requests quickly, it doubles, up to the most; a setback brings it back. An endpoint that finds a
 * request too large is never sent one of that size again. For one thread; no clock in here.
 */
final class BatchSizing {

    /** An endpoint that takes longer for a full request would only be slower with larger ones. */
    static final long QUICK = TimeUnit.MILLISECONDS.toNanos(250);

    private final BatchLimits usual;
    private final BatchLimits most;
    private long ceiling = Long.MAX_VALUE;
    private int doublings;

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
        return new BatchLimits(events, bytes);
    }

    /** All that was sent is stored. */
    void stored(int events, long bytes, long nanos, boolean moreWaits) {
        BatchLimits now = limits();
        boolean full = events >= now.events() || bytes >= now.bytes() - now.bytes() / 8;
        boolean canGrow = now.events() < most.events() || now.bytes() < Math.min(most.bytes(), ceiling);
        if (full && moreWaits && canGrow && nanos < QUICK) {
            doublings++;
        } else if (nanos > 2 * QUICK && doublings > 0) {
            doublings--;
        }
    }

    void setback() {
        doublings = 0;
    }

    void tooLarge(int events, long bytes) {
        doublings = 0;
        if (events > 1) {
            ceiling = Math.max(1, Math.min(ceiling, bytes / 2));
        }
    }
}
