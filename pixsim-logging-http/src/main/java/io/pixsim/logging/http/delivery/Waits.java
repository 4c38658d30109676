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

    static void join(@Nullable Thread thread, long nanos) {
        if (thread == null) {
            return;
        }
        try {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
        } catch (InterruptedException e) {
            // Nothing depends on having seen the thread end.
            Thread.currentThread().interrupt();
        }
    }
}
