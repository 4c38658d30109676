package io.pixsim.logging.http.queue;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much is held, how much may be, and whether more is taken: one number, so that one compare-and-set decides about all
 * three and no two threads can take the same room. The top bit says closed, the next 23 count events, the last 40 bytes.
 */
final class Room {

    static final int MOST_EVENTS = (1 << 23) - 1;
    static final long MOST_BYTES = (1L << 40) - 1;

    /** One part in so many is kept for urgent events. */
    private static final int URGENT_SHARE = 10;

    private static final int EVENT_SHIFT = 40;
    private static final long CLOSED = Long.MIN_VALUE;

    private final AtomicLong held = new AtomicLong();
    private final int maxEvents;
    private final long maxBytes;

    Room(int maxEvents, long maxBytes) {
        if (maxEvents < 1 || maxEvents > MOST_EVENTS) {
            throw new IllegalArgumentException("maxEvents not in 1.." + MOST_EVENTS + ": " + maxEvents);
        }
        if (maxBytes < 1 || maxBytes > MOST_BYTES) {
            throw new IllegalArgumentException("maxBytes not in 1.." + MOST_BYTES + ": " + maxBytes);
        }
        this.maxEvents = maxEvents;
        this.maxBytes = maxBytes;
    }

    Admission reserve(int bytes, boolean urgent) {
        int eventLimit = urgent ? maxEvents : maxEvents - maxEvents / URGENT_SHARE;
        long byteLimit = urgent ? maxBytes : maxBytes - maxBytes / URGENT_SHARE;
        while (true) {
            long now = held.get();
            if (now < 0) {
                return Admission.CLOSED;
            }
            if (events(now) + 1 > eventLimit || bytes(now) + bytes > byteLimit) {
                return Admission.FULL;
            }
            if (held.compareAndSet(now, now + packed(1, bytes))) {
                return Admission.ADMITTED;
            }
        }
    }

    void release(int events, long bytes) {
        held.addAndGet(-packed(events, bytes));
    }

    void close() {
        held.getAndUpdate(now -> now | CLOSED);
    }

    /** Closes, and gives all room back at once. */
    int abandon() {
        return events(held.getAndSet(CLOSED));
    }

    int events() {
        return events(held.get());
    }

    long bytes() {
        return bytes(held.get());
    }

    private static long packed(int events, long bytes) {
        return ((long) events << EVENT_SHIFT) + bytes;
    }

    private static int events(long packed) {
        return (int) ((packed & ~CLOSED) >>> EVENT_SHIFT);
    }

    private static long bytes(long packed) {
        return packed & MOST_BYTES;
    }
}
