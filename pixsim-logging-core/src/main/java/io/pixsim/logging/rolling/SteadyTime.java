package io.pixsim.logging.rolling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What time it is for deciding what is old: the clock's, but never further ahead of where it stood at the start than time
 * has passed. So setting the clock forward deletes nothing.
 */
public final class SteadyTime implements Supplier<Instant> {

    private final InstantSource clock;
    private final LongSupplier nanoClock;
    private final Instant start;
    private final long startNanos;

    /**
     * A time that begins now.
     *
     * @param clock tells what time it is
     * @param nanoClock tells how much time has passed
     */
    public SteadyTime(InstantSource clock, LongSupplier nanoClock) {
        this.clock = clock;
        this.nanoClock = nanoClock;
        this.start = clock.instant();
        this.startNanos = nanoClock.getAsLong();
    }

    @Override
    public Instant get() {
        Instant passed = start.plus(Duration.ofNanos(nanoClock.getAsLong() - startNanos));
        Instant told = clock.instant();
        return told.isBefore(passed) ? told : passed;
    }
}
