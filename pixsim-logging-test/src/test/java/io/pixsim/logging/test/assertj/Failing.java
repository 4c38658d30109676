package io.pixsim.logging.test.assertj;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** An assertion that has to fail, and what it says then. */
final class Failing {

    private Failing() {}

    static AbstractThrowableAssert<?, ?> failing(ThrowingCallable assertion) {
        return assertThatThrownBy(assertion).isInstanceOf(AssertionError.class);
    }
}
