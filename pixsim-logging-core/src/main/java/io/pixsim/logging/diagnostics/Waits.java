package io.pixsim.logging.diagnostics;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** How long the library waits for who asks it to, and for threads of its own that are to end. Safe for use by many threads. */
public final class Waits {

    private Waits() {}

    /**
     * A deadline in nanoseconds.
     *
     * @param deadline how long; far beyond a day it would not fit, and nobody waits that long
     * @return 0 when it is negative, and a day at the most
     */
    public static long nanos(Duration deadline) {
        if (deadline.isNegative()) {
            return 0;
        }
        return deadline.compareTo(Duration.ofDays(1)) > 0 ? TimeUnit.DAYS.toNanos(1) : deadline.toNanos();
    }

    /**
     * Waits for a thread to end. An interrupt is kept, and ends nothing: what was logged last may depend on the wait.
     *
     * @param thread the thread; null when there is none
     * @param nanos how long at the most; not at all unless more than zero
     */
    public static void join(@Nullable Thread thread, long nanos) {
        long end = System.nanoTime() + nanos;
        boolean interrupted = false;
        long left = nanos;
        while (thread != null && thread.isAlive() && left > 0) {
            try {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
            } catch (InterruptedException e) {
                interrupted = true;
            }
            left = end - System.nanoTime();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
