package io.pixsim.logging.http.delivery;

import java.util.concurrent.locks.LockSupport;

/**
 * How callers wake the worker. The worker says what it sleeps for; a caller rings only when that has come, so that most
 * calls cost two reads. First the worker says it and then looks once more, first a caller adds and then looks here: one
 * of the two sees the other, and no wake-up is lost.
 */
final class Doorbell {

    private static final int AWAKE = Integer.MAX_VALUE;

    private volatile int wakeAtEvents = AWAKE;
    private volatile long wakeAtBytes = Long.MAX_VALUE;

    /** The worker is about to sleep until so much is held. */
    void arm(int events, long bytes) {
        wakeAtEvents = events;
        wakeAtBytes = bytes;
    }

    /** The worker is awake. */
    void disarm() {
        wakeAtEvents = AWAKE;
        wakeAtBytes = Long.MAX_VALUE;
    }

    boolean isDue(int events, long bytes) {
        return events >= wakeAtEvents || bytes >= wakeAtBytes;
    }

    void ring(Thread worker) {
        disarm();
        LockSupport.unpark(worker);
    }

    /** Sleeps on the worker's thread; may return early. */
    void sleep(long nanos) {
        // An interrupt means nothing to the worker, and one left pending would turn each sleep into a spin.
        Thread.interrupted();
        if (nanos == BatchDue.NEVER) {
            LockSupport.park(this);
        } else {
            LockSupport.parkNanos(this, nanos);
        }
    }
}
