package io.pixsim.logging.http.delivery;

import java.time.Duration;

import io.pixsim.logging.http.queue.BatchLimits;

/**
 * How a {@link Forwarder} gathers and bounds.
 *
 * @param batch how large a request may become
 * @param flushInterval how long an event waits at the most for its batch to fill
 * @param queueEvents the most events that are held, those on their way included
 * @param queueBytes the most bytes that those have together
 */
public record ForwarderSettings(BatchLimits batch, Duration flushInterval, int queueEvents, long queueBytes) {

    /** The most events that are held, unless told otherwise. */
    public static final int DEFAULT_QUEUE_EVENTS = 100_000;
    /** The most bytes that are held, unless told otherwise: 8 MiB. */
    public static final long DEFAULT_QUEUE_BYTES = 8 << 20;
}
