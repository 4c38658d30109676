package io.pixsim.logging.http.queue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import org.jspecify.annotations.Nullable;

/** Places for events, used again and again. An event's place is its number; who has it writes there alone. */
final class Ring {

    /** Not an atomic array: callers go one step less through memory. */
    private static final VarHandle PLACE = MethodHandles.arrayElementVarHandle(byte[][].class);

    private final byte[][] places;
    private final int mask;

    Ring(int atLeast) {
        int size = Integer.highestOneBit(Math.max(1, atLeast - 1)) << 1;
        places = new byte[size][];
        mask = size - 1;
    }

    int size() {
        return places.length;
    }

    void put(int number, byte[] event) {
        PLACE.setRelease(places, number & mask, event);
    }

    /** Null when nothing is there, or not yet. */
    byte @Nullable [] get(long number) {
        return (byte[]) PLACE.getAcquire(places, (int) number & mask);
    }

    void clear(long number) {
        PLACE.set(places, (int) number & mask, (byte[]) null);
    }
}
