package io.pixsim.logging.http.delivery;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.pixsim.logging.http.queue.Fill;
import io.pixsim.logging.testing.TestScope;
import org.jspecify.annotations.Nullable;

/**
 * How callers wake a thread of the forwarder. The thread says what it sleeps for; a caller rings only when that has come,
 * so that most calls cost one read. First the thread says it and then looks once more, first a caller adds and then looks
 * here: one of the two sees the other, and no wake-up is lost.
 */
final class Doorbell {

    static final long NEVER = Long.MAX_VALUE;

    private static final long OFTEN = TimeUnit.MILLISECONDS.toNanos(5);

    /** Nobody rings when a test moves its time on. */
    private final long longestSleep = TestScope.isTimeManual() ? OFTEN : NEVER;

    private volatile boolean armed;
    private volatile long atEvents;
    private volatile long atBytes;
    private volatile boolean atUrgent;
    private volatile @Nullable Thread sleeper;

    void belongsTo(Thread thread) {
        sleeper = thread;
    }

    /**
     * The thread is about to sleep.
     *
     * @param events until so many have been admitted since the start
     * @param bytes or until so many are held
     * @param urgent or until an urgent event comes
     */
    void arm(long events, long bytes, boolean urgent) {
        atEvents = events;
        atBytes = bytes;
        atUrgent = urgent;
        armed = true;
    }

    /** The thread is awake. */
    void disarm() {
        armed = false;
    }

    boolean isDue(long fill, boolean urgent) {
        return armed && (Fill.hasReached(fill, atEvents) || Fill.bytes(fill) >= atBytes || (urgent && atUrgent));
    }

    void ring() {
        disarm();
        LockSupport.unpark(sleeper);
    }

    /** Sleeps on the thread that it belongs to; may return early. */
    void sleep(long nanos) {
        // An interrupt means nothing here, and one left pending would turn each sleep into a spin.
        Thread.interrupted();
        if (nanos == NEVER) {
            LockSupport.park(this);
        } else {
            LockSupport.parkNanos(this, Math.min(nanos, longestSleep));
        }
    }
}
