package io.pixsim.logging.sink;

import java.time.Duration;

import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.DeliveryStats;

/**
 * A sink that holds events for a while before they are safe. {@code Logging.flush}, {@code shutdown} and {@code stats}
 * find every appender that implements it. Safe for use by many threads; nothing here throws.
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
}
