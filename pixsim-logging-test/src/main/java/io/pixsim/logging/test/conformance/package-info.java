/**
 * Hostile values for any encoder: values that throw, lie, contain themselves, have no end or are no Unicode, and a
 * verdict on what became of each. Begins at {@link io.pixsim.logging.test.conformance.EncoderConformance}.
 */
@NullMarked
package io.pixsim.logging.test.conformance;

import org.jspecify.annotations.NullMarked;
