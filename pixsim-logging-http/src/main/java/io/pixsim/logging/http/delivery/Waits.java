package io.pixsim.logging.http.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** How long is waited for somebody who asks for it, and for threads that are to end. */
final class Waits {

    private Waits() {}

    static long nanos(Duration deadline) {
        if (deadline.isNegative()) {
            return 0;
        }
        // Far beyond this a Duration doesn't fit, and nobody waits that long.
        return deadline.compareTo(Duration.ofDays(1)) > 0 ? TimeUnit.DAYS.toNanos(1) : deadline.toNanos();
    }

    /** Waits for a thread to end. The wait is short, and what was logged last may depend on it: an interrupt is passed on. */
    static void join(@Nullable Thread thread, long nanos) {
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
