/**
 * Decides once per event, for all sinks alike, whether it is written: pure decisions, without a logger, a thread or a
 * clock of their own.
 */
@NullMarked
package io.pixsim.logging.gate;

import org.jspecify.annotations.NullMarked;
