package io.pixsim.logging.examples.worker.pipeline;

import java.nio.file.Path;

/**
 * What a job is to yield: the row of it, made before there is a file.
 *
 * @param id the artifact's number
 * @param submissionId the number of the submission that it belongs to
 * @param file where the rendered file goes
 */
record Artifact(long id, long submissionId, Path file) {}
