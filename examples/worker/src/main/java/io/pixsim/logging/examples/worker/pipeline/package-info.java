/**
 * The worker: jobs in, artifacts out, and a log that tells how. It knows the provider by its HTTP interface alone.
 *
 * <p>How it logs is what the example is for: the loggers are SLF4J's, a stage is the marker of a call, a job and its
 * artifact are scopes around the calls, and what else is worth knowing is a typed field.
 */
@NullMarked
package io.pixsim.logging.examples.worker.pipeline;

import org.jspecify.annotations.NullMarked;
