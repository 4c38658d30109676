/**
 * What must not be read by whoever reads the logs: {@link io.pixsim.logging.redact.Redactor}. Encoders have no other way
 * to a value than through it.
 */
@NullMarked
package io.pixsim.logging.redact;

import org.jspecify.annotations.NullMarked;
