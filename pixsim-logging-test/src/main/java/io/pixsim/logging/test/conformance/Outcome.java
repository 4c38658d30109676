package io.pixsim.logging.test.conformance;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What a call did.
 *
 * @param returned whether it came back in time
 * @param exhausted whether a value without end was read too far
 * @param thrown what reached the caller, or null
 * @param written how many bytes were written
 * @param output those bytes, up to the limit
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Outcome(
        boolean returned, boolean exhausted, @Nullable Throwable thrown, long written, byte[] output) {

    /** As much stack as a JVM gives its threads; said so that a case overflows it here as anywhere. */
    private static final long STACK_BYTES = 1 << 20;

    /** Makes the call on a thread of its own, which is left behind when it doesn't come back. */
    static Outcome of(Target target, Attempt attempt, Duration deadline, int maxBytes) throws InterruptedException {
        BoundedOutput out = new BoundedOutput(maxBytes);
        Caller caller = new Caller(target, attempt, out);
        Thread thread = new Thread(null, caller, attempt.call().threadName(), STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        thread.join(Math.max(1, deadline.toMillis()));
        return new Outcome(caller.returned, attempt.patience().isExhausted(), caller.thrown, out.written(), out.held());
    }

    private static final class Caller implements Runnable {

        private final Target target;
        private final Attempt attempt;
        private final BoundedOutput out;
        private volatile @Nullable Throwable thrown;
        private volatile boolean returned;

        Caller(Target target, Attempt attempt, BoundedOutput out) {
            this.target = target;
            this.attempt = attempt;
            this.out = out;
        }

        @Override
        public void run() {
            try {
                target.log(attempt.call(), out);
            } catch (Throwable e) { // the very thing that is looked for, errors included
                thrown = e;
            }
            returned = true;
        }
    }
}
