package io.pixsim.logging.examples.worker.pipeline;

import java.time.Duration;

/** Up to three retries of what may succeed another time, each after twice the wait, or what the provider asked for. */
final class RetryPolicy {

    private static final int RETRIES = 3;
    private static final Duration FIRST_DELAY = Duration.ofMillis(250);

    private RetryPolicy() {}

    static Decision decide(ProviderException failure, int attempt) {
        if (!failure.retryable()) {
            return new Decision(false, Duration.ZERO, "not retryable");
        }
        if (attempt >= RETRIES) {
            return new Decision(false, Duration.ZERO, "retries spent");
        }
        Duration backoff = FIRST_DELAY.multipliedBy(1L << attempt);
        Duration asked = failure.retryAfter();
        return asked.compareTo(backoff) > 0
                ? new Decision(true, asked, "provider asked to wait")
                : new Decision(true, backoff, "retryable");
    }

    /**
     * What follows a failure.
     *
     * @param retry whether there is another attempt
     * @param delay the wait before it
     * @param reason why
     */
    record Decision(boolean retry, Duration delay, String reason) {}
}
