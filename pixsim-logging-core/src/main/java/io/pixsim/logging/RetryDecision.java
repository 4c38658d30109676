package io.pixsim.logging;

import java.time.Duration;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * What follows a failed attempt, and how it is logged: once, at stage {@code retry:decision}, with {@code attempt} and
 * {@code reason}, and with {@code delay_ms} when there is another attempt.
 *
 * <pre>{@code
 * RetryDecision decision = RetryDecision.retry("provider asked to wait", attempt, Duration.ofSeconds(3));
 * decision.log(log);
 * }</pre>
 *
 * @param attempt the attempt that failed; 0 is the first
 * @param reason why it was decided so
 * @param delay the wait before the next attempt; null when there is none
 */
public record RetryDecision(
        int attempt, String reason, @Nullable Duration delay) {

    /**
     * There is another attempt.
     *
     * @param reason why
     * @param attempt the attempt that failed; 0 is the first
     * @param delay the wait before the next one
     * @return the decision
     */
    public static RetryDecision retry(String reason, int attempt, Duration delay) {
        return new RetryDecision(attempt, reason, delay);
    }

    /**
     * That was the last attempt.
     *
     * @param reason why
     * @param attempt the attempt that failed; 0 is the first
     * @return the decision
     */
    public static RetryDecision giveUp(String reason, int attempt) {
        return new RetryDecision(attempt, reason, null);
    }

    /**
     * Whether there is another attempt.
     *
     * @return true when there is
     */
    public boolean isRetry() {
        return delay != null;
    }

    /**
     * Logs the decision at level info.
     *
     * @param log what it is logged through
     */
    public void log(Logger log) {
        if (delay == null) {
            log.info(Stage.RETRY_DECISION, "giving up", Fields.REASON.of(reason), Fields.ATTEMPT.of(attempt));
            return;
        }
        log.info(
                Stage.RETRY_DECISION,
                "trying again in {} ms",
                Fields.DELAY_MS.of(delay),
                Fields.REASON.of(reason),
                Fields.ATTEMPT.of(attempt));
    }
}
