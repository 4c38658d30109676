package io.pixsim.logging.http.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time of day as it was when the process began, and from then on as time passes: somebody who sets the clock makes
 * nothing older or younger than it is.
 */
final class SteadyClock implements InstantSource {

    private final Instant start;
    private final LongSupplier nanoClock;
    private final long startNanos;

    SteadyClock(InstantSource clock, LongSupplier nanoClock) {
        this.start = clock.instant();
        this.nanoClock = nanoClock;
        this.startNanos = nanoClock.getAsLong();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanoClock.getAsLong() - startNanos);
    }
}
