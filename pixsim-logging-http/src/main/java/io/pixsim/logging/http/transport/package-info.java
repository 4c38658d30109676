/**
 * How a batch reaches an endpoint, and what its answer means. {@link io.pixsim.logging.http.transport.Transport} is the
 * seam; nothing in here knows of queues, threads or retries, and nothing of how events are written.
 */
@NullMarked
package io.pixsim.logging.http.transport;

import org.jspecify.annotations.NullMarked;
