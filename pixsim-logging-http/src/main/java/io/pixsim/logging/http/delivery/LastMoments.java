package io.pixsim.logging.http.delivery;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.pixsim.logging.http.queue.EventQueue;

/**
 * Has callers wait until their events are delivered or on disk, once the process is about to end and nobody else waits for
 * them. Each for a moment, none after the time that an exit may take, and none while deliveries fail and there is no
 * disk. For any thread.
 */
final class LastMoments {

    private static final long EACH = TimeUnit.SECONDS.toNanos(1);
    private static final long ALL = TimeUnit.SECONDS.toNanos(5);
    private static final long LOOK = TimeUnit.MICROSECONDS.toNanos(200);

    private final EventQueue queue;
    private final Supply supply;
    private final Ledger ledger;
    private volatile long begun;

    LastMoments(EventQueue queue, Supply supply, Ledger ledger) {
        this.queue = queue;
        this.supply = supply;
        this.ledger = ledger;
    }

    void begin() {
        long now = System.nanoTime();
        begun = now == 0 ? 1 : now;
    }

    /** The caller has just handed an event over. */
    void await() {
        if (begun == 0) {
            return;
        }
        boolean interrupted = Thread.interrupted(); // with it there is no pause, and the wait would be a loop
        await(queue.admitted());
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(long upTo) {
        long start = System.nanoTime();
        long most = Math.min(EACH, ALL - (start - begun));
        while (!isSafe(upTo) && mayBecomeSafe() && System.nanoTime() - start < most) {
            LockSupport.parkNanos(LOOK);
        }
    }

    private boolean mayBecomeSafe() {
        return supply.isOnDisk() || ledger.isWell();
    }

    private boolean isSafe(long upTo) {
        return ledger.ended() || ledger.settledUpTo() >= upTo || supply.isOnDiskUpTo(upTo);
    }
}
