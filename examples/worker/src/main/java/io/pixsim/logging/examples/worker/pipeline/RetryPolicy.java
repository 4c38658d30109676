package io.pixsim.logging.examples.worker.pipeline;

import java.time.Duration;

import io.pixsim.logging.RetryDecision;

/** Up to three retries of what may succeed another time, each after twice the wait, or what the provider asked for. */
final class RetryPolicy {

    private static final int RETRIES = 3;
    private static final Duration FIRST_DELAY = Duration.ofMillis(250);

    private RetryPolicy() {}

    static RetryDecision decide(ProviderException failure, int attempt) {
        if (!failure.retryable()) {
            return RetryDecision.giveUp("not retryable", attempt);
        }
        if (attempt >= RETRIES) {
            return RetryDecision.giveUp("retries spent", attempt);
        }
        Duration backoff = FIRST_DELAY.multipliedBy(1L << attempt);
        Duration asked = failure.retryAfter();
        return asked.compareTo(backoff) > 0
                ? RetryDecision.retry("provider asked to wait", attempt, asked)
                : RetryDecision.retry("retryable", attempt, backoff);
    }
}
