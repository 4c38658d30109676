/**
 * The library's own voice and its counters: what went wrong inside, told on standard error at most once a minute and
 * never through the library itself, and {@link io.pixsim.logging.diagnostics.LoggingStats} for whoever wants numbers.
 */
@NullMarked
package io.pixsim.logging.diagnostics;

import org.jspecify.annotations.NullMarked;
