package io.pixsim.logging.http.queue;

import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * How many events were admitted, how many bytes are held, and whether more is taken: one number, so that one
 * compare-and-set decides about all three, no two threads can take the same room, and each event knows its place. The
 * first 24 bits count admitted events, and begin anew after the last; then 39 bits of bytes; the last bit says closed.
 */
final class Room {

    static final int MOST_EVENTS = (1 << (Fill.POSITION_BITS - 1)) - 1;
    static final long MOST_BYTES = (1L << Fill.BYTES_BITS) - 1;

    /** One part in so many is kept for urgent events. */
    static final int URGENT_SHARE = 10;

    private static final long CLOSED = 1;
    private static final int BYTES_SHIFT = 1;
    private static final int POSITION_SHIFT = Fill.BYTES_BITS + BYTES_SHIFT;
    private static final int POSITION_MASK = (1 << Fill.POSITION_BITS) - 1;
    private static final long ONE_EVENT = 1L << POSITION_SHIFT;

    /** Not an atomic number of its own: callers find it beside the others. */
    private static final AtomicLongFieldUpdater<Room> WORD = AtomicLongFieldUpdater.newUpdater(Room.class, "word");

    private volatile long word;
    private final long maxBytes;
    private volatile long admitBelow;
    private volatile long admitUrgentBelow;

    Room(long maxBytes) {
        if (maxBytes < 1 || maxBytes > MOST_BYTES) {
            throw new IllegalArgumentException("maxBytes not in 1.." + MOST_BYTES + ": " + maxBytes);
        }
        this.maxBytes = maxBytes;
    }

    /** Up to which place events are admitted. */
    void admitBelow(long position, long urgentPosition) {
        admitBelow = position;
        admitUrgentBelow = urgentPosition;
    }

    /** A {@link Fill}. */
    long reserve(int bytes, boolean urgent) {
        long byteLimit = urgent ? maxBytes : maxBytes - maxBytes / URGENT_SHARE;
        while (true) {
            long now = word;
            if ((now & CLOSED) != 0) {
                return Fill.CLOSED;
            }
            int position = (int) (now >>> POSITION_SHIFT);
            if (bytes(now) + bytes > byteLimit
                    || Fill.distance(position, urgent ? admitUrgentBelow : admitBelow) >= 0) {
                return Fill.FULL;
            }
            long then = now + ONE_EVENT + ((long) bytes << BYTES_SHIFT);
            if (WORD.compareAndSet(this, now, then)) {
                return then >>> BYTES_SHIFT;
            }
        }
    }

    /** The place of the event that a reservation was for, of which the last bits count. */
    static int placeOf(long fill) {
        return ((int) (fill >>> Fill.BYTES_BITS) - 1) & POSITION_MASK;
    }

    void release(long bytes) {
        WORD.addAndGet(this, -(bytes << BYTES_SHIFT));
    }

    void close() {
        WORD.getAndUpdate(this, now -> now | CLOSED);
    }

    /** Closes, gives all room back at once, and tells how many were ever admitted. */
    long abandon(long near) {
        return admitted(WORD.getAndUpdate(this, now -> (now >>> POSITION_SHIFT << POSITION_SHIFT) | CLOSED), near);
    }

    /** How many events were ever admitted, given a number that is less by so little that they can be told apart. */
    long admitted(long near) {
        return admitted(word, near);
    }

    private static long admitted(long now, long near) {
        return near + (((int) (now >>> POSITION_SHIFT) - (int) near) & POSITION_MASK);
    }

    long bytes() {
        return bytes(word);
    }

    private static long bytes(long word) {
        return (word >>> BYTES_SHIFT) & MOST_BYTES;
    }
}
