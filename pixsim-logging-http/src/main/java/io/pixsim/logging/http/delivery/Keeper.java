package io.pixsim.logging.http.delivery;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.http.queue.EventQueue;

/**
 * The thread that keeps what the callers hand over, while the other one may be waiting for the network: with a disk, it
 * moves events there, within milliseconds; without one, it packs them when the queue fills up.
 */
final class Keeper implements Runnable {

    /** While events come, the disk gets them together; callers need not wake anybody then. */
    static final long GATHER = TimeUnit.MILLISECONDS.toNanos(10);

    private static final long TEND = TimeUnit.SECONDS.toNanos(2);
    /** Events are packed when less room is free than this, or than three quarters of all, if that is less. */
    private static final long MOST_FREE = 24 << 20;

    /**
     * Three quarters of the queue's places. To pack an event costs more than to send it, so it is not done sooner than it
     * must be: who packs while all is delivered takes the time from the one who delivers, and then must pack on.
     */
    private static final long MANY_EVENTS = 3 << 14;

    private static final long SOME_EVENTS = 1 << 11;
    private static final long SOME_BYTES = 1 << 17;
    private static final long FIRST_GUESS_OF_SIZE = 512;

    private final EventQueue queue;
    private final Supply supply;
    private final Disk disk;
    private final Ledger ledger;
    private final Doorbell doorbell;
    private final Doorbell sender;
    private final long packFrom;
    private final LongSupplier clock;
    private volatile boolean closing;
    private boolean moves;
    private long eventBytes = FIRST_GUESS_OF_SIZE;

    Keeper(
            EventQueue queue,
            Supply supply,
            Disk disk,
            Ledger ledger,
            Doorbell doorbell,
            Doorbell sender,
            long queueBytes,
            LongSupplier clock) {
        this.queue = queue;
        this.supply = supply;
        this.disk = disk;
        this.ledger = ledger;
        this.doorbell = doorbell;
        this.sender = sender;
        this.packFrom = queueBytes - Math.min(queueBytes / 4 * 3, MOST_FREE);
        this.clock = clock;
    }

    /** Nothing more is admitted. */
    void close() {
        closing = true;
        doorbell.ring();
    }

    @Override
    public void run() {
        while (!isFinished()) {
            try {
                keep();
            } catch (Exception | Error e) {
                Diagnostics.shared().trouble("keeping stumbled: " + e.getClass().getName());
                doorbell.sleep(RetrySchedule.BASE);
            }
        }
    }

    private boolean isFinished() {
        return ledger.ended() || (closing && (queue.waiting() == 0 || !disk.works()));
    }

    private void keep() {
        disk.open(clock.getAsLong());
        if (disk.works()) {
            moveToDisk();
        } else {
            packInMemory();
        }
    }

    private void moveToDisk() {
        boolean moved = false;
        while (supply.moveToDisk(clock.getAsLong())) {
            moved = true;
        }
        if (moved) {
            sender.ring();
        }
        if (moved || moves) {
            moves = moved;
            sleep(MANY_EVENTS, queue.heldBytes() + packFrom, GATHER, () -> disk.works());
        } else {
            sleep(1, Long.MAX_VALUE, TEND, () -> queue.waiting() == 0);
        }
    }

    private void packInMemory() {
        while (!ledger.ended() && isFillingUp() && queue.pack()) {
            doorbell.disarm();
        }
        if (disk.isWanted()) {
            sender.ring();
        }
        long nanos = disk.isWanted() ? TEND : Doorbell.NEVER;
        if (isFillingUp()) {
            sleep(SOME_EVENTS, queue.heldBytes() + SOME_BYTES, nanos, () -> true);
        } else {
            sleepUntilFillingUp(nanos);
        }
    }

    private boolean isFillingUp() {
        return queue.unpackedBytes() >= packFrom || queue.unpacked() >= MANY_EVENTS;
    }

    /**
     * What is delivered meanwhile makes room, and no bell is rung for that. So it is a number of events that is waited for,
     * going by their size so far, or so many bytes, if that comes first.
     */
    private void sleepUntilFillingUp(long nanos) {
        long waiting = queue.unpacked();
        long bytes = queue.unpackedBytes();
        if (waiting >= SOME_EVENTS) {
            eventBytes = Math.max(1, bytes / waiting);
        }
        long missing = Math.max(0, packFrom - bytes);
        long events = waiting + Math.max(SOME_EVENTS / 2, missing / eventBytes);
        sleep(Math.min(events, MANY_EVENTS), queue.heldBytes() + missing, nanos, () -> !isFillingUp());
    }

    /** Until so many events wait to be packed or moved, or so many bytes are held. */
    private void sleep(long events, long bytes, long nanos, BooleanSupplier nothingToDo) {
        doorbell.arm(queue.admitted() - queue.unpacked() + events, bytes, false);
        if (nothingToDo.getAsBoolean() && !closing && !ledger.ended()) {
            doorbell.sleep(nanos);
        }
        doorbell.disarm();
    }
}
