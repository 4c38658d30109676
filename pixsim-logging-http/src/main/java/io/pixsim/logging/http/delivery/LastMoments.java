package io.pixsim.logging.http.delivery;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import io.pixsim.logging.http.queue.EventQueue;

/**
 * Has callers wait until their events are delivered or on disk, once the process is about to end and nobody else waits for
 * them. Each for a moment, all together for no longer than an exit may take, and none while deliveries fail and there is no
 * disk. For any thread.
 */
final class LastMoments {

    private static final long EACH = TimeUnit.SECONDS.toNanos(1);
    private static final long ALL = TimeUnit.SECONDS.toNanos(5);
    private static final long LOOK = TimeUnit.MICROSECONDS.toNanos(200);

    private final EventQueue queue;
    private final Supply supply;
    private final Ledger ledger;
    private final AtomicLong left = new AtomicLong(ALL);
    private volatile boolean begun;

    LastMoments(EventQueue queue, Supply supply, Ledger ledger) {
        this.queue = queue;
        this.supply = supply;
        this.ledger = ledger;
    }

    void begin() {
        begun = true;
    }

    /** The caller has just handed an event over. */
    void await() {
        if (begun) {
            await(queue.admitted());
        }
    }

    private void await(long upTo) {
        long start = System.nanoTime();
        long most = Math.min(EACH, left.get());
        while (!isSafe(upTo) && mayBecomeSafe() && System.nanoTime() - start < most) {
            LockSupport.parkNanos(LOOK);
        }
        left.addAndGet(start - System.nanoTime());
    }

    private boolean mayBecomeSafe() {
        return supply.isOnDisk() || ledger.isWell();
    }

    private boolean isSafe(long upTo) {
        return ledger.ended() || ledger.settledUpTo() >= upTo || supply.isOnDiskUpTo(upTo);
    }
}
