package io.pixsim.logging.test.assertj;

import java.util.function.Consumer;

/** What becomes of a failure: it is thrown, or collected with others. */
@FunctionalInterface
interface Verdict extends Consumer<AssertionError> {

    Verdict THROW = failure -> {
        throw failure;
    };
}
