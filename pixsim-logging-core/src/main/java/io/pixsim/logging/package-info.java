/**
 * The front door: {@link io.pixsim.logging.Logging}. One call configures the process; everything after it is plain SLF4J.
 */
@NullMarked
package io.pixsim.logging;

import org.jspecify.annotations.NullMarked;
