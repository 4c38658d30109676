package io.pixsim.logging.http.transport;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Which of several endpoints is asked. One that can't be reached is left at once, one that fails otherwise after {@value
 * #STREAK} times in a row, for the next one, around. After {@link #RETURN_AFTER} the first is tried again, and left again
 * at its first failure. For one thread.
 */
final class Failover {

    static final int STREAK = 3;
    static final Duration RETURN_AFTER = Duration.ofMinutes(1);

    private final int endpoints;
    private final LongSupplier nanoClock;
    private int current;
    private int failures;
    private long leftFirstAt;
    private long awayFor;
    private boolean onProbation;

    Failover(int endpoints, LongSupplier nanoClock) {
        this.endpoints = endpoints;
        this.nanoClock = nanoClock;
    }

    /** The index of the endpoint to ask now. */
    int choose() {
        if (current != 0 && nanoClock.getAsLong() - leftFirstAt >= awayFor) {
            current = 0;
            failures = 0;
            onProbation = true;
        }
        return current;
    }

    void worked() {
        failures = 0;
        onProbation = false;
    }

    /**
     * The endpoint that was asked failed.
     *
     * @param reached whether it could be reached at all
     * @param leastPause how long it wants to be left alone
     * @return whether another one is asked from now on
     */
    boolean failed(boolean reached, Duration leastPause) {
        failures++;
        if (endpoints == 1 || (reached && failures < STREAK && !onProbation)) {
            return false;
        }
        if (current == 0) {
            leftFirstAt = nanoClock.getAsLong();
            awayFor = Math.max(RETURN_AFTER.toNanos(), leastPause.toNanos());
        }
        current = (current + 1) % endpoints;
        failures = 0;
        onProbation = false;
        return true;
    }
}
