package io.pixsim.logging.http.delivery;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What time it is. Whatever waits, or is too old, goes by the one that nobody can set.
 *
 * @param wall the time of day, which may jump
 * @param nanos nanoseconds since whenever, which only go forward
 */
record Clocks(InstantSource wall, LongSupplier nanos) {

    static final Clocks SYSTEM = new Clocks(InstantSource.system(), System::nanoTime);
}
