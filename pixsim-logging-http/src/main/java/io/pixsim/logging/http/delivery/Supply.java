package io.pixsim.logging.http.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

import io.pixsim.logging.http.queue.Batch;
import io.pixsim.logging.http.queue.BatchLimits;
import io.pixsim.logging.http.queue.EventQueue;
import io.pixsim.logging.http.spool.Chunk;
import io.pixsim.logging.http.spool.Position;
import org.jspecify.annotations.Nullable;

/**
 * Where batches come from. With a disk that works, events go from the queue to the disk and are read from there again, so
 * that none is only in memory for long; else they are taken from the queue. One thread moves events to the disk, another
 * takes and settles.
 */
final class Supply {

    private static final long NOTHING = Long.MAX_VALUE;
    private static final BatchLimits TO_DISK = new BatchLimits(4_096, 1 << 18);

    private final EventQueue queue;
    private final Disk disk;
    private final Ledger ledger;
    /** What was on its way to a disk that failed. */
    private final Deque<Batch> returned = new ConcurrentLinkedDeque<>();

    private final Deque<Mark> marks = new ArrayDeque<>();
    private volatile long inHand = NOTHING;

    Supply(EventQueue queue, Disk disk, Ledger ledger) {
        this.queue = queue;
        this.disk = disk;
        this.ledger = ledger;
    }

    /** Moves events to the disk; whether there were any and it took them. For the thread that writes. */
    boolean moveToDisk(long now) {
        inHand = queue.taken();
        try {
            Batch batch = queue.take(TO_DISK);
            if (batch.size() == 0) {
                return false;
            }
            if (disk.append(batch, now)) {
                ledger.spooled(batch);
                return true;
            }
            returned.add(batch);
            return false;
        } finally {
            inHand = NOTHING;
        }
    }

    /** For the thread that sends. */
    Batch take(BatchLimits limits, long takenBefore) {
        Chunk chunk = disk.read(limits);
        if (chunk != null) {
            int size = chunk.events().size();
            marks.add(new Mark(takenBefore + size, chunk.origin(), chunk.end()));
            return new Batch(chunk.origin(), true, chunk.numbers(), chunk.events());
        }
        Batch back = takeReturned(limits);
        if (back != null) {
            return back;
        }
        return disk.works() ? Batch.none("", false) : queue.take(limits);
    }

    private @Nullable Batch takeReturned(BatchLimits limits) {
        Batch batch = returned.poll();
        if (batch == null) {
            return null;
        }
        int count = 1;
        long bytes = batch.events().get(0).length;
        while (count < batch.size()
                && count < limits.events()
                && bytes + batch.events().get(count).length <= limits.bytes()) {
            bytes += batch.events().get(count++).length;
        }
        if (count == batch.size()) {
            return batch;
        }
        returned.addFirst(batch.part(count, batch.size()));
        return batch.part(0, count);
    }

    /** The first so many that were ever taken are settled. For the thread that sends. */
    void settled(long upTo) {
        Mark last = null;
        while (!marks.isEmpty() && marks.element().taken <= upTo) {
            Mark mark = marks.remove();
            if (last != null && !last.origin.equals(mark.origin)) {
                disk.acknowledge(last.origin, last.end);
            }
            last = mark;
        }
        if (last != null) {
            disk.acknowledge(last.origin, last.end);
        }
    }

    /** How many events wait to be taken. */
    long waiting() {
        long back = returned.stream().mapToLong(Batch::size).sum();
        return disk.unread() + back + (disk.works() ? 0 : queue.waiting());
    }

    /** Whether events are to be had once they are on disk: then it is the thread that writes who wakes the one that sends. */
    boolean isOnDisk() {
        return disk.works();
    }

    /** Whether all own events with a lower number left memory for the disk, so that they outlive the process. */
    boolean isOnDiskUpTo(long number) {
        return disk.works() && Math.min(queue.taken(), inHand) >= number && returned.isEmpty();
    }

    boolean holdsAdopted() {
        return disk.holdsAdopted();
    }

    /**
     * The least number of the own events that were not taken. Events go from the queue through a hand to the disk, or
     * back: looked at in this order, none is overlooked.
     */
    long nextOwnNumber() {
        long next = Math.min(queue.taken(), inHand);
        next = Math.min(next, disk.nextOwnNumber());
        Batch back = returned.peek();
        return back == null ? next : Math.min(next, back.number(0));
    }

    boolean holdsUrgent() {
        return queue.lastUrgent() >= nextOwnNumber();
    }

    /** Whether nothing is left, taken or not. */
    boolean isDone() {
        return queue.heldEvents() == 0 && disk.unread() == 0 && marks.isEmpty();
    }

    private record Mark(long taken, String origin, Position end) {}
}
