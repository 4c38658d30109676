/**
 * Captures what a test logs: {@link io.pixsim.logging.test.CaptureLogs} on a test class or method, and {@link
 * io.pixsim.logging.test.CapturedLogs} as a parameter. Afterwards logging is as it was before.
 */
@NullMarked
package io.pixsim.logging.test;

import org.jspecify.annotations.NullMarked;
