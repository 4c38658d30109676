package io.pixsim.logging.encode;

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

    private final AtomicReferenceArray<Scratch> places = new AtomicReferenceArray<>(PLACES * STRIDE);
    private final Supplier<Scratch> factory;

    ScratchPool(Supplier<Scratch> factory) {
        this.factory = factory;
    }

    Scratch take() {
        int place = place();
        Scratch scratch = places.getAcquire(place);
        if (scratch != null && scratch.occupy()) {
            return scratch;
        }
        Scratch made = factory.get();
        made.occupy();
        if (scratch == null) {
            places.compareAndSet(place, null, made);
        }
        return made;
    }

    /** Only the flag is written: to put a reference back would cost the collector's barrier each time. */
    void give(Scratch scratch) {
        scratch.clear();
        scratch.release();
    }

    private static int place() {
        return ((int) Thread.currentThread().getId() & (PLACES - 1)) * STRIDE;
    }
}
