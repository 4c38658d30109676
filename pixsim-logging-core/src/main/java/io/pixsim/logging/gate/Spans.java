package io.pixsim.logging.gate;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Spans of time as numbers. What is too long to be added to a time is as good as for ever. */
final class Spans {

    /** Of nanoseconds 146 years; added to any time no overflow. */
    static final long FOREVER = Long.MAX_VALUE / 2;

    private Spans() {}

    static long nanos(Duration span) {
        return bounded(TimeUnit.NANOSECONDS.convert(span));
    }

    static long millis(Duration span) {
        return bounded(TimeUnit.MILLISECONDS.convert(span));
    }

    private static long bounded(long span) {
        return Math.max(-FOREVER, Math.min(FOREVER, span));
    }
}
