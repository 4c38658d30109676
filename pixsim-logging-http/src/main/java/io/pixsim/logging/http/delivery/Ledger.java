package io.pixsim.logging.http.delivery;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.pixsim.logging.diagnostics.Circuit;
import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.diagnostics.ReasonCounters;
import io.pixsim.logging.http.queue.Batch;
import io.pixsim.logging.http.queue.EventQueue;
import org.jspecify.annotations.Nullable;

/**
 * Who was handed over and what became of them: at rest, {@code accepted = delivered + pending + spooled + deadLettered +
 * dropped}. What callers count takes no lock. What the forwarder's threads settle is booked under one, together with the
 * room that it frees, so that the end comes to a settlement either before it or not at all.
 */
final class Ledger {

    /** Events that never got into the queue, which counts all others. */
    private static final Set<DropReason> AT_THE_DOOR = Set.of(
            DropReason.QUEUE_FULL,
            DropReason.OVERSIZE,
            DropReason.CLOSED,
            DropReason.OWN_EVENT,
            DropReason.ENCODING_FAILED);

    private final EventQueue queue;
    private final ReasonCounters<DropReason> dropped = new ReasonCounters<>(DropReason.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long delivered;
    private long adopted;
    private long spooled;
    private long deadLettered;
    private long retries;
    private @Nullable String lastError;
    private volatile Circuit circuit = Circuit.CLOSED;
    private volatile long settledUpTo;
    private volatile boolean ended;

    Ledger(EventQueue queue) {
        this.queue = queue;
    }

    void dropped(DropReason reason) {
        dropped.add(reason);
    }

    long droppedFor(DropReason reason) {
        return dropped.count(reason);
    }

    /** Events of a process that has ended were found on disk. */
    void adopted(long events) {
        locked(() -> {
            adopted += events;
            spooled += events;
        });
    }

    /** Events went from memory to disk. */
    void spooled(Batch batch) {
        locked(() -> {
            spooled += batch.size();
            queue.release(batch);
        });
    }

    /** Events that were on disk are lost. */
    void lostFromSpool(DropReason reason, long events) {
        locked(() -> {
            spooled -= events;
            dropped.add(reason, events);
        });
    }

    void delivered(Batch batch) {
        locked(() -> {
            delivered += batch.size();
            letGo(batch);
        });
    }

    void deadLettered(Batch batch) {
        locked(() -> {
            deadLettered += batch.size();
            letGo(batch);
        });
    }

    void dropped(DropReason reason, Batch batch) {
        locked(() -> {
            dropped.add(reason, batch.size());
            letGo(batch);
        });
    }

    void retried() {
        locked(() -> retries++);
    }

    void failed(String reason) {
        locked(() -> lastError = reason);
    }

    void circuit(Circuit now) {
        locked(() -> circuit = now);
    }

    /** Whether the endpoint has taken what it was sent last. */
    boolean isWell() {
        return circuit == Circuit.CLOSED;
    }

    /** All own events with a lower number are settled. */
    void settledUpTo(long number) {
        if (number != settledUpTo) {
            locked(() -> settledUpTo = number);
        }
    }

    private void letGo(Batch batch) {
        if (batch.onDisk()) {
            spooled -= batch.size();
        } else {
            queue.release(batch);
        }
    }

    /** Nothing when the end has come: then the events are counted already. */
    private void locked(Runnable booking) {
        lock.lock();
        try {
            if (!ended) {
                booking.run();
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends delivery: whatever is held in memory now is lost. Later calls change nothing. */
    void end() {
        locked(() -> {
            dropped.add(DropReason.UNSENT_AT_CLOSE, queue.abandon());
            circuit = Circuit.CLOSED;
            ended = true;
        });
    }

    boolean ended() {
        return ended;
    }

    /** The least number that is not settled. */
    long settledUpTo() {
        return settledUpTo;
    }

    /** Waits until delivery has ended. */
    void awaitEnd(long nanos) {
        awaitSettled(Long.MAX_VALUE, nanos);
    }

    /** Waits until all own events with a lower number are settled; gives how many may not be. */
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

    DeliveryStats stats(Duration oldest) {
        lock.lock();
        try {
            long refused = AT_THE_DOOR.stream().mapToLong(dropped::count).sum();
            return new DeliveryStats(
                    queue.admitted() + refused + adopted,
                    delivered,
                    queue.heldEvents(),
                    queue.heldBytes(),
                    spooled,
                    deadLettered,
                    retries,
                    dropped.snapshot(),
                    oldest,
                    lastError,
                    circuit);
        } finally {
            lock.unlock();
        }
    }
}
