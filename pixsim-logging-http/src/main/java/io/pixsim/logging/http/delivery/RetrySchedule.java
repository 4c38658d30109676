package io.pixsim.logging.http.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * How long to leave an endpoint alone after setbacks in a row: a random part of a span that doubles each time, so that
 * many processes don't come back at once, and never less than the endpoint asked for. The span stays short enough for all
 * to be delivered within two seconds of the endpoint's return. An endpoint that wants other credentials is left alone for
 * longer: somebody has to mend them first.
 */
final class RetrySchedule {

    static final long BASE = TimeUnit.MILLISECONDS.toNanos(100);
    static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(1_500);
    /** While closing the deadline is near and there is no later. */
    static final long LONGEST_WHILE_CLOSING = TimeUnit.MILLISECONDS.toNanos(200);

    /**
     * So much of the time that an answer took counts as pause: what an endpoint asks for counts from when it was asked. Else
     * each round would come later than the one before by what a request takes, on both sides.
     */
    static final long ON_THE_WAY = TimeUnit.MILLISECONDS.toNanos(100);

    static final long DENIED_BASE = TimeUnit.SECONDS.toNanos(30);
    static final long DENIED_LONGEST = TimeUnit.MINUTES.toNanos(5);

    private static final int DOUBLINGS = 7;

    private final DoubleSupplier random;

    /**
     * A schedule.
     *
     * @param random gives numbers from 0 to 1
     */
    RetrySchedule(DoubleSupplier random) {
        this.random = random;
    }

    /**
     * The next pause.
     *
     * @param setbacks how many in a row, at least one
     * @param least what the endpoint asked for
     * @param took how long it took to say so, in nanoseconds
     * @param closing whether a close waits for the events
     * @return nanoseconds
     */
    long pauseNanos(int setbacks, Duration least, long took, boolean closing) {
        long span = Math.min(BASE << doublings(setbacks), closing ? LONGEST_WHILE_CLOSING : LONGEST);
        return Math.max(least.toNanos() - Math.min(took, ON_THE_WAY), (long) (span * random.getAsDouble()));
    }

    /**
     * The next pause for an endpoint that wants other credentials.
     *
     * @param denials how many in a row, at least one
     * @param least what the endpoint asked for
     * @return nanoseconds
     */
    long pauseWhileDenied(int denials, Duration least) {
        return Math.max(least.toNanos(), Math.min(DENIED_BASE << doublings(denials), DENIED_LONGEST));
    }

    private static int doublings(int times) {
        return Math.min(times - 1, DOUBLINGS);
    }
}
