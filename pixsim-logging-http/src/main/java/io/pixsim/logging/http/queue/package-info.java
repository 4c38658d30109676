/**
 * The bounded queue between the callers and those that deliver: numbers, bounds, batches and packing. No thread, no
 * input or output, no clock.
 */
@NullMarked
package io.pixsim.logging.http.queue;

import org.jspecify.annotations.NullMarked;
