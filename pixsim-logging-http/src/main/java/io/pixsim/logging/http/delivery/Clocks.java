package io.pixsim.logging.http.delivery;

import java.time.InstantSource;
import java.util.function.LongSupplier;

import io.pixsim.logging.testing.TestScope;

/**
 * What time it is. Whatever waits, or is too old, goes by the one that nobody can set.
 *
 * @param wall the time of day, which may jump
 * @param nanos nanoseconds since whenever, which only go forward
 */
record Clocks(InstantSource wall, LongSupplier nanos) {

    /** The system's; in a test that moves time by itself, the test's. */
    static Clocks current() {
        return new Clocks(TestScope.currentClock(), TestScope.currentNanoClock());
    }
}
