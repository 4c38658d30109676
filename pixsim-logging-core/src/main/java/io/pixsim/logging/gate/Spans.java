package io.pixsim.logging.gate;

import java.time.Duration;

/** Spans of time as numbers. What does not fit, more than 292 years, is as good as for ever. */
final class Spans {

    /** Long, and added to any time no overflow. */
    static final long FOREVER = Long.MAX_VALUE / 2;

    private Spans() {}

    static long nanos(Duration span) {
        try {
            return span.toNanos();
        } catch (ArithmeticException e) {
            return FOREVER;
        }
    }

    static long millis(Duration span) {
        try {
            return span.toMillis();
        } catch (ArithmeticException e) {
            return FOREVER;
        }
    }
}
