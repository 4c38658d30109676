package io.pixsim.logging.rolling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/** A clock that stands until it is set, and a stopwatch that runs with it unless the clock is set back. */
final class TestTime implements InstantSource, LongSupplier {

    private Instant now;
    private long nanos;

    TestTime(String local) {
        this.now = instant(local);
    }

    void set(String local) {
        now = instant(local);
    }

    void pass(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public long getAsLong() {
        return nanos;
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.systemDefault()).toInstant();
    }
}
