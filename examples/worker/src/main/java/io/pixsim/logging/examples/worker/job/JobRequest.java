package io.pixsim.logging.examples.worker.job;

import java.util.Objects;
import java.util.Set;

/**
 * One request file.
 *
 * @param jobId digits in most pipelines, text such as {@code job-abc123} in some
 * @param operationType {@code text_to_video} or {@code image_to_video}
 * @param providerId who is to render it
 * @param userId who asked for it
 * @param requestId the HTTP request that asked for it
 * @param params what to make
 */
public record JobRequest(
        String jobId, String operationType, String providerId, long userId, String requestId, JobParams params) {

    private static final Set<String> OPERATIONS = Set.of("text_to_video", "image_to_video");

    /**
     * Refuses a request that no worker could run.
     *
     * @param jobId digits in most pipelines, text such as {@code job-abc123} in some
     * @param operationType {@code text_to_video} or {@code image_to_video}
     * @param providerId who is to render it
     * @param userId who asked for it
     * @param requestId the HTTP request that asked for it
     * @param params what to make
     */
    public JobRequest {
        Objects.requireNonNull(jobId, "job_id");
        Objects.requireNonNull(operationType, "operation_type");
        Objects.requireNonNull(providerId, "provider_id");
        Objects.requireNonNull(requestId, "request_id");
        Objects.requireNonNull(params, "params");
        if (!OPERATIONS.contains(operationType)) {
            throw new IllegalArgumentException("operation_type is none of " + OPERATIONS + ": " + operationType);
        }
        if (operationType.equals("image_to_video") && params.image() == null) {
            throw new IllegalArgumentException("image_to_video without an image: job " + jobId);
        }
    }
}
