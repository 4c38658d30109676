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
public record JobOutcome(String jobId, boolean succeeded, int attempts, Duration took) {}
