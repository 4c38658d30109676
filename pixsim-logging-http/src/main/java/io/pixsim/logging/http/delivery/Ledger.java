package io.pixsim.logging.http.delivery;

import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.diagnostics.ReasonCounters;
import io.pixsim.logging.http.queue.EventQueue;

/**
 * Who was handed over and what became of them: at rest, {@code accepted = delivered + pending + dropped}. What callers
 * count takes no lock. What the worker settles is booked under one, together with the room that it frees, so that the end
 * comes to a settlement either before it or not at all.
 */
final class Ledger {

    private final EventQueue queue;
    private final LongAdder accepted = new LongAdder();
    private final ReasonCounters<DropReason> dropped = new ReasonCounters<>(DropReason.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long delivered;
    private long retries;
    private long settled;
    private long settledUpTo;
    private volatile boolean ended;

    Ledger(EventQueue queue) {
        this.queue = queue;
    }

    void accepted() {
        accepted.increment();
    }

    void dropped(DropReason reason) {
        dropped.add(reason, 1);
    }

    long droppedFor(DropReason reason) {
        return dropped.count(reason);
    }

    /** Books what an answer settled. Nothing when the end has come: then the events are counted as lost already. */
    void settle(Settlement settlement, long upTo, boolean again) {
        lock.lock();
        try {
            if (ended) {
                return;
            }
            delivered += settlement.delivered();
            dropped.add(DropReason.REJECTED, settlement.rejected());
            retries += again ? 1 : 0;
            int count = settlement.delivered() + settlement.rejected();
            settled += count;
            settledUpTo = upTo;
            queue.release(count, settlement.bytes());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends delivery: whatever is held now is lost. Later calls change nothing. */
    void end() {
        lock.lock();
        try {
            if (!ended) {
                dropped.add(DropReason.UNSENT_AT_CLOSE, queue.abandon());
                ended = true;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean ended() {
        return ended;
    }

    /** How many events were ever admitted to the queue. */
    long admitted() {
        lock.lock();
        try {
            return settled + queue.heldEvents();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until delivery has ended. */
    void awaitEnd(long nanos) {
        awaitSettled(Long.MAX_VALUE, nanos);
    }

    /** Waits until the first so many admitted events are settled; gives how many of those are not. */
    long awaitSettled(long target, long nanos) {
        boolean interrupted = false;
        long left = nanos;
        lock.lock();
        try {
            while (!ended && settledUpTo < target && left > 0) {
                long before = System.nanoTime();
                try {
                    left = changed.awaitNanos(left);
                } catch (InterruptedException e) {
                    // The wait is bounded, and what is logged last matters most: wait on, and pass the interrupt on
                    // after.
                    interrupted = true;
                    left -= System.nanoTime() - before;
                }
            }
            return ended ? 0 : Math.max(0, target - settledUpTo);
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    DeliveryStats stats() {
        lock.lock();
        try {
            return new DeliveryStats(
                    accepted.sum(), delivered, queue.heldEvents(), queue.heldBytes(), retries, dropped.snapshot());
        } finally {
            lock.unlock();
        }
    }
}
