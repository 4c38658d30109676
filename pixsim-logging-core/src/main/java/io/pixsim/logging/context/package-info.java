/**
 * What is known about the work at hand, bound to the current thread for a while and written with every event: {@link
 * io.pixsim.logging.context.LogContext}. It is kept in SLF4J's MDC, so that code which knows only SLF4J takes part.
 */
@NullMarked
package io.pixsim.logging.context;

import org.jspecify.annotations.NullMarked;
