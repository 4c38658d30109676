package io.pixsim.logging.rolling;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How long is waited for somebody who asks for it, and for a thread that is to end. */
final class Waits {

    private Waits() {}

    static long nanos(Duration deadline) {
        if (deadline.isNegative()) {
            return 0;
        }
        // Far beyond this a Duration doesn't fit, and nobody waits that long.
        return deadline.compareTo(Duration.ofDays(1)) > 0 ? TimeUnit.DAYS.toNanos(1) : deadline.toNanos();
    }

    /** Waits for a thread to end. An interrupt is kept, and ends nothing: what was logged last may depend on the wait. */
    static void join(Thread thread, long end) {
        boolean interrupted = false;
        long left = end - System.nanoTime();
        while (thread.isAlive() && left > 0) {
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
