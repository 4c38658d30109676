package io.pixsim.logging.rolling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.pixsim.logging.encode.Line;
import org.jspecify.annotations.Nullable;

/**
 * Lines on their way to a writer, in the order in which they came, bounded in bytes. When it is full, the newest line is
 * refused, and the last eighth of the room is kept for warnings and above. Callers hold its lock for no longer than the
 * copy of a line takes. Safe for use by many threads, of which one takes and settles.
 *
 * @param <T> where lines go
 */
final class Backlog<T> {

    private static final int SPARE_CHUNKS = 64;

    /** From this share of the room on, what waits is to be written at once. */
    private static final int PRESSING = 4;

    private final long budget;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition settledSome = lock.newCondition();
    private final ArrayDeque<Chunk<T>> spare = new ArrayDeque<>();
    private final List<Chunk<T>> taken = new ArrayList<>(); // of the thread that takes
    private List<Chunk<T>> filling = new ArrayList<>();
    private @Nullable Chunk<T> last;
    private int usual;
    private long held;
    private volatile boolean pressing;
    private boolean closed;
    private long added;
    private long takenUpTo;
    private long takenLeft;
    private long settledUpTo;

    Backlog(long budget) {
        this.budget = budget;
    }

    /** False when there is no room, and the line is not taken. */
    boolean add(T target, Line line, boolean important) {
        int length = line.length();
        lock.lock();
        try {
            Chunk<T> chunk = chunkFor(length, important);
            if (chunk == null) {
                return false;
            }
            chunk.add(target, line);
            added++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** As above, for a line that is bytes already. */
    boolean add(T target, byte[] line, boolean important) {
        lock.lock();
        try {
            Chunk<T> chunk = chunkFor(line.length, important);
            if (chunk == null) {
                return false;
            }
            chunk.add(target, line);
            added++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** All that came since the last time, oldest first; empty when nothing did. */
    List<Chunk<T>> take() {
        lock.lock();
        try {
            List<Chunk<T>> batch = filling;
            List<Chunk<T>> next = new ArrayList<>();
            taken.addAll(batch); // or nothing was done, when there is no memory for it
            filling = next;
            last = null;
            usual = Math.max(batch.size(), usual - (usual + 15) / 16);
            dropSpare();
            takenLeft += added - takenUpTo;
            takenUpTo = added;
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** Gives back the room of those that were taken of which all lines are written or lost. */
    void settle() {
        List<Chunk<T>> done = new ArrayList<>();
        long left = 0;
        for (Chunk<T> chunk : taken) {
            left += chunk.left();
            if (chunk.left() == 0) {
                done.add(chunk);
            }
        }
        taken.removeIf(chunk -> chunk.left() == 0);
        lock.lock();
        try {
            done.forEach(this::free);
            dropSpare();
            takenLeft = left;
            settledUpTo = taken.isEmpty() ? takenUpTo : taken.get(0).first();
            settledSome.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void free(Chunk<T> chunk) {
        hold(-chunk.capacity());
        chunk.clear();
        if (chunk.isOfUsualSize()) {
            spare.push(chunk);
        }
    }

    /** Takes all that was taken for lost, and gives how many lines that are. */
    int giveUp() {
        int left = 0;
        for (Chunk<T> chunk : taken) {
            left += chunk.left();
            chunk.done(chunk.left());
        }
        return left;
    }

    /** Keeps what two turns need of late: to make chunks anew each time costs more than what is written to them. */
    private void dropSpare() {
        while (spare.size() > SPARE_CHUNKS + 2 * usual) {
            spare.pollLast();
        }
    }

    /** Whether so much waits that it should not wait for more. */
    boolean isPressing() {
        return pressing;
    }

    /** When nothing waits, takes nothing any more, and gives whether that is so. */
    boolean closeIfEmpty() {
        lock.lock();
        try {
            closed |= filling.isEmpty();
            return closed;
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return filling.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    long pending() {
        lock.lock();
        try {
            return added - takenUpTo + takenLeft;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until all that was added before the call is settled, or time is up, and gives whether it is. An interrupt is
     * kept, and ends nothing: whoever ends a program interrupts it first, and flushes then.
     */
    boolean awaitSettled(long nanos) {
        long until = System.nanoTime() + nanos;
        boolean interrupted = false;
        lock.lock();
        try {
            long goal = added;
            long left = nanos;
            while (settledUpTo < goal && left > 0) {
                try {
                    left = settledSome.awaitNanos(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                    left = until - System.nanoTime();
                }
            }
            return settledUpTo >= goal;
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void hold(int bytes) {
        held += bytes;
        pressing = held > budget / PRESSING;
    }

    private @Nullable Chunk<T> chunkFor(int length, boolean important) {
        Chunk<T> current = last;
        if (closed) {
            return null;
        }
        if (current != null && current.hasRoomFor(length)) {
            return current;
        }
        int size = Math.max(length, Chunk.USUAL_SIZE);
        long room = important ? budget : budget - budget / 8;
        if (held + size > room) {
            return null;
        }
        hold(size);
        Chunk<T> reused = size == Chunk.USUAL_SIZE ? spare.poll() : null;
        Chunk<T> made = reused != null ? reused : new Chunk<>(size);
        made.begin(added);
        filling.add(made);
        last = made;
        return made;
    }
}
