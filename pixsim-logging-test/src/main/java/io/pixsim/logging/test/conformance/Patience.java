package io.pixsim.logging.test.conformance;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How much is read of a value without end. It ends all the same, with an exception, after so much that whoever reads it has
 * shown to know no bound, and before the heap is full.
 */
final class Patience {

    private static final int MOST = 300_000;

    private final AtomicInteger read = new AtomicInteger();

    /** Another element is read. */
    void read() {
        if (read.incrementAndGet() > MOST) {
            throw new IllegalStateException("read " + MOST + " elements of a value without end");
        }
    }

    boolean isExhausted() {
        return read.get() > MOST;
    }
}
