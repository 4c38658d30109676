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

    private static final long GLANCE_MILLIS = 20;
    /** What has read too far may yet come back by itself, and then leaves nothing behind. */
    private static final long GRACE_MILLIS = 2_000;

    /** Makes the call on a thread of its own, which is left behind when it doesn't come back. */
    static Outcome of(Target target, Attempt attempt, Duration deadline, int maxBytes) throws InterruptedException {
        BoundedOutput out = new BoundedOutput(maxBytes);
        Caller caller = new Caller(target, attempt, out);
        Thread thread = new Thread(null, caller, attempt.call().threadName(), STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        await(thread, attempt.patience(), deadline);
        return new Outcome(caller.returned, attempt.patience().isExhausted(), caller.thrown, out.written(), out.held());
    }

    private static void await(Thread thread, Patience patience, Duration deadline) throws InterruptedException {
        long start = System.nanoTime();
        while (thread.isAlive() && !patience.isExhausted() && System.nanoTime() - start < deadline.toNanos()) {
            thread.join(GLANCE_MILLIS);
        }
        if (patience.isExhausted()) {
            thread.join(GRACE_MILLIS);
        }
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
