package io.pixsim.logging.rolling;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * Has callers wait until their lines are written, once the process is about to end and nobody else waits for them: each for
 * a moment, none after the time that an exit may take. For many threads.
 */
final class LastMoments {

    private static final long EACH = TimeUnit.SECONDS.toNanos(1);
    private static final long ALL = TimeUnit.SECONDS.toNanos(5);

    private final long begun = System.nanoTime();
    private final LongConsumer write;

    /** With what writes all that there is within so many nanoseconds, or not at all while files can't be written. */
    LastMoments(LongConsumer write) {
        this.write = write;
    }

    /** The caller has just handed a line over. */
    void await() {
        long left = ALL - (System.nanoTime() - begun);
        if (left > 0) {
            write.accept(Math.min(EACH, left));
        }
    }
}
