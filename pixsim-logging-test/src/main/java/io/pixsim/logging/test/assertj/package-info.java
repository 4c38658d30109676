/** What was logged, asserted in sentences: {@link io.pixsim.logging.test.assertj.LogAssertions#assertThat}. */
@NullMarked
package io.pixsim.logging.test.assertj;

import org.jspecify.annotations.NullMarked;
