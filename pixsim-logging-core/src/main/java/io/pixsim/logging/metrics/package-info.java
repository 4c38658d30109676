/**
 * Counters of the library for Micrometer, and context for Micrometer's context propagation. Loads only where those are:
 * nothing else in the library uses it.
 */
@NullMarked
package io.pixsim.logging.metrics;

import org.jspecify.annotations.NullMarked;
