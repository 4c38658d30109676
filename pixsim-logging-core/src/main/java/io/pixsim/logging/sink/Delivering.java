package io.pixsim.logging.sink;

import java.time.Duration;
import java.util.Collection;
import java.util.function.BiFunction;

import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.DeliveryStats;

/**
 * A sink that holds events for a while before they are safe. Behind the front door, {@code Logging.flush}, {@code
 * shutdown} and {@code stats} find it by this interface; {@link ExitFlush} flushes it at exit. Safe for use by many
 * threads; nothing here throws.
 */
public interface Delivering {

    /**
     * Waits until all that was handed over before the call is delivered or lost, or the deadline has passed.
     *
     * @param deadline how long to wait at the most
     * @return what was achieved
     */
    DeliveryResult flush(Duration deadline);

    /**
     * From now on events leave as soon as they can: the process is about to end, and there is no later.
     */
    default void hurry() {}

    /**
     * From now on who hands an event over waits, for a moment, until it is delivered: nobody flushes any more, and the
     * process may end with the caller's next step.
     */
    default void holdCallers() {}

    /**
     * Takes no more events, delivers what it can within the deadline, and lets go of its threads and connections. What
     * could not be delivered is dropped and counted. A second call returns at once.
     *
     * @param deadline how long to wait at the most
     * @return what was achieved
     */
    DeliveryResult close(Duration deadline);

    /**
     * What became of the events so far.
     *
     * @return a snapshot
     */
    DeliveryStats stats();

    /**
     * Does the same with several sinks, one after another, within one deadline.
     *
     * @param sinks the sinks
     * @param call {@link #flush} or {@link #close}
     * @param deadline how long to wait at the most
     * @return what was achieved together
     */
    static DeliveryResult each(
            Collection<Delivering> sinks, BiFunction<Delivering, Duration, DeliveryResult> call, Duration deadline) {
        long start = System.nanoTime();
        DeliveryResult sum = DeliveryResult.NOTHING;
        for (Delivering sink : sinks) {
            Duration left = deadline.minusNanos(System.nanoTime() - start);
            sum = sum.plus(call.apply(sink, left.isNegative() ? Duration.ZERO : left));
        }
        return sum;
    }
}
