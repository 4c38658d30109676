/**
 * A provider as workers meet them: submit, poll, download over HTTP. It really renders, on its own threads, and it fails
 * the way providers do. It knows nothing of the worker and does not log.
 */
@NullMarked
package io.pixsim.logging.examples.worker.provider;

import org.jspecify.annotations.NullMarked;
