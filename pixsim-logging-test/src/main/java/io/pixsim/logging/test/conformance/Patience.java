package io.pixsim.logging.test.conformance;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * How much is read of a value without end. After so much that whoever reads it has shown to know no bound, and before the
 * heap is full, it throws; who still goes on then comes to a stop for good, since a thread can't be ended from outside.
 */
final class Patience {

    private static final int MOST = 300_000;
    private static final int MOST_AFTERWARDS = 1_000;

    private final AtomicInteger read = new AtomicInteger();

    /** Another element is read. */
    void read() {
        int count = read.incrementAndGet();
        while (count > MOST + MOST_AFTERWARDS) {
            LockSupport.park(this);
        }
        if (count > MOST) {
            throw new IllegalStateException("read " + MOST + " elements of a value without end");
        }
    }

    boolean isExhausted() {
        return read.get() > MOST;
    }
}
