package io.pixsim.logging.test.ingest;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds up calls that are answered late or never, until they are released. */
final class Hold {

    private Gate gate = new Gate();

    /** The gate that calls of now wait at; to be taken before the call is seen by who may release it. */
    synchronized Gate gate() {
        return gate;
    }

    /** Lets all go that came until now; those that come later wait again. */
    synchronized void release() {
        gate.latch.countDown();
        gate = new Gate();
    }

    /** Opens once. */
    static final class Gate {

        private final CountDownLatch latch = new CountDownLatch(1);

        void await() throws InterruptedException {
            latch.await();
        }

        /** Waits for the time, or less when the gate opens. */
        void await(Duration atMost) throws InterruptedException {
            isOpenWithin(atMost);
        }

        boolean isOpenWithin(Duration atMost) throws InterruptedException {
            return latch.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
