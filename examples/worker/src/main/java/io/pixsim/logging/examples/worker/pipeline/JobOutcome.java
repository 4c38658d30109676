package io.pixsim.logging.examples.worker.pipeline;

import java.time.Duration;

/**
 * How a job ended.
 *
 * @param jobId which job
 * @param succeeded whether there is an artifact
 * @param attempts how often the provider was asked to make it
 * @param took from start to end
 */
public record JobOutcome(String jobId, boolean succeeded, int attempts, Duration took) {

    @Override
    public String toString() {
        return "%-9s after %d %s, %.1f s"
                .formatted(
                        succeeded ? "succeeded" : "failed",
                        attempts,
                        attempts == 1 ? "attempt" : "attempts",
                        took.toMillis() / 1000.0);
    }
}
