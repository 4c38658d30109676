package io.pixsim.logging.encode;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Scratches to be used again. Each thread has a place of its own, mostly: no thread ever waits, and none holds a
 * thread-local, which would outlive a class loader and be wasted on a virtual thread.
 */
final class ScratchPool {

    private static final int PLACES = 64;
    /** So far apart that no two places share a cache line. */
    private static final int STRIDE = 16;

    private final AtomicReferenceArray<Scratch> places = new AtomicReferenceArray<>(PLACES);
    private final AtomicIntegerArray taken = new AtomicIntegerArray(PLACES * STRIDE);
    private final Supplier<Scratch> factory;

    ScratchPool(Supplier<Scratch> factory) {
        this.factory = factory;
    }

    /** Only the flag is written: to take a reference out and put it back would cost the collector's barrier each time. */
    Scratch take() {
        int place = place();
        if (!taken.compareAndSet(place * STRIDE, 0, 1)) {
            return factory.get();
        }
        Scratch scratch = places.getAcquire(place);
        if (scratch == null) {
            scratch = make(place);
        }
        return scratch;
    }

    private Scratch make(int place) {
        try {
            Scratch made = factory.get();
            made.place = place;
            places.setRelease(place, made);
            return made;
        } catch (Throwable e) {
            taken.setRelease(place * STRIDE, 0);
            throw e;
        }
    }

    void give(Scratch scratch) {
        scratch.clear();
        if (scratch.place >= 0) {
            taken.setRelease(scratch.place * STRIDE, 0);
        }
    }

    private static int place() {
        return (int) Thread.currentThread().getId() & (PLACES - 1);
    }
}
