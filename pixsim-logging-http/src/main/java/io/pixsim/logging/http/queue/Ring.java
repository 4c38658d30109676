package io.pixsim.logging.http.queue;

import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/** Places for events, used again and again. An event's place is its number; who has it writes there alone. */
final class Ring {

    private final AtomicReferenceArray<byte @Nullable []> places;
    private final int mask;

    Ring(int atLeast) {
        int size = Integer.highestOneBit(Math.max(1, atLeast - 1)) << 1;
        places = new AtomicReferenceArray<>(size);
        mask = size - 1;
    }

    int size() {
        return places.length();
    }

    void put(int number, byte[] event) {
        places.setRelease(number & mask, event);
    }

    /** Null when nothing is there, or not yet. */
    byte @Nullable [] get(long number) {
        return places.getAcquire((int) number & mask);
    }

    void clear(long number) {
        places.setPlain((int) number & mask, null);
    }
}
