package io.pixsim.logging.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * A time that passes only when the test says so. As a parameter of a test that captures it is the time of the library on
 * the test's threads: timers of stages, requests and calls, and what the test configures or makes while it has the clock,
 * the gate with its samplers, limits and levels that expire, the recorder, the forwarder with its pauses, intervals and
 * deadlines.
 *
 * <pre>{@code
 * @Test
 * @CaptureLogs
 * void aSlowSubmissionIsTimed(CapturedLogs logs, ManualClock clock) {
 *     StageTimer.run(log, PROVIDER_SUBMIT, s -> clock.advance(Duration.ofSeconds(90)));
 *
 *     assertThat(logs).stage(PROVIDER_SUBMIT).hasField(DURATION_MS.of(90_000));
 * }
 * }</pre>
 *
 * What it does not move: timestamps of events, which are Logback's; log files and their rotation; how long {@code
 * Logging.flush} and {@code shutdown} wait; sockets; and what was there before the test, since that is not the test's
 * alone. So a front door that was opened in {@code @BeforeAll} goes by the system's time: its forwarder until it is
 * configured anew, its gate until it is shut down. To have it go by this clock, open it in {@code @BeforeEach} or in the
 * test. The program's own code may be handed the clock as a {@link Clock}, as {@link java.time.InstantSource}, or in place
 * of {@link System#nanoTime()} as a {@link LongSupplier}. Safe for use by many threads.
 */
public final class ManualClock extends Clock implements LongSupplier {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long NANOS_AT_START = 1L << 40;

    private final ZoneId zone;
    private final AtomicReference<Instant> now;
    private final AtomicLong nanos;

    private ManualClock(ZoneId zone, AtomicReference<Instant> now, AtomicLong nanos) {
        this.zone = zone;
        this.now = now;
        this.nanos = nanos;
    }

    /**
     * A clock of its own; it stands at the beginning of 2026, in UTC.
     *
     * @return the clock
     */
    public static ManualClock create() {
        return new ManualClock(ZoneOffset.UTC, new AtomicReference<>(START), new AtomicLong(NANOS_AT_START));
    }

    /**
     * Lets time pass.
     *
     * @param time how much; not negative
     * @throws IllegalArgumentException when it is negative
     */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time < 0: " + time);
        }
        now.updateAndGet(instant -> instant.plus(time));
        nanos.addAndGet(time.toNanos());
    }

    /**
     * Sets the time of day, as an operator does. No time passes by that: {@link #nanoTime} stays.
     *
     * @param instant the new time of day, earlier or later
     */
    public void set(Instant instant) {
        now.set(Objects.requireNonNull(instant, "instant"));
    }

    /**
     * How much time has passed since whenever, which no {@link #set} changes.
     *
     * @return nanoseconds, like {@link System#nanoTime()}
     */
    public long nanoTime() {
        return nanos.get();
    }

    /**
     * The same as {@link #nanoTime}.
     *
     * @return nanoseconds
     */
    @Override
    public long getAsLong() {
        return nanoTime();
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock in another zone: the one moves with the other. */
    @Override
    public ManualClock withZone(ZoneId zone) {
        return new ManualClock(zone, now, nanos);
    }

    @Override
    public String toString() {
        return "ManualClock[" + now.get() + "]";
    }
}
