package io.pixsim.logging.test.ingest;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where calls wait that are answered late or never, until they are released. */
final class Hold {

    private volatile CountDownLatch gate = new CountDownLatch(1);

    void await() throws InterruptedException {
        gate.await();
    }

    /** Waits for the time, or less when released. */
    @SuppressWarnings("ReturnValueIgnored") // released or not, the waiting is over
    void await(Duration atMost) throws InterruptedException {
        gate.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Lets all go that wait now; those that come later wait again. */
    synchronized void release() {
        CountDownLatch opened = gate;
        gate = new CountDownLatch(1);
        opened.countDown();
    }
}
