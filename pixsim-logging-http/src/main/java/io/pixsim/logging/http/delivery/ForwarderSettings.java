package io.pixsim.logging.http.delivery;

import java.nio.file.Path;
import java.time.Duration;

import io.pixsim.logging.http.queue.BatchLimits;
import io.pixsim.logging.http.spool.SpoolSettings;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link Forwarder} gathers, bounds and keeps.
 *
 * @param batch how large a request is at the most, as long as nothing speaks for more
 * @param largest how large it may become while events come faster than they can be sent
 * @param gather how many events need not wait for the flush interval
 * @param flushInterval how long an event waits at the most for its batch to fill
 * @param queueEvents the most events that are held in memory, those on their way included
 * @param queueBytes the most bytes that those have together
 * @param deadline how long an event that can't be delivered is tried; zero for as long as there is room
 * @param spool where events are kept on disk; null when they are kept in memory alone
 * @param deadLetters the file for events that the endpoint refuses; null when they are only counted
 */
public record ForwarderSettings(
        BatchLimits batch,
        BatchLimits largest,
        int gather,
        Duration flushInterval,
        int queueEvents,
        long queueBytes,
        Duration deadline,
        @Nullable SpoolSettings spool,
        @Nullable Path deadLetters) {

    /** The most events that are held, unless told otherwise. */
    public static final int DEFAULT_QUEUE_EVENTS = 1_000_000;
    /** The most bytes that are held, unless told otherwise: 8 MiB. */
    public static final long DEFAULT_QUEUE_BYTES = 8 << 20;
    /** The most events in a request while nothing speaks for more, unless told otherwise. */
    public static final int DEFAULT_BATCH_EVENTS = 500;
    /** How many events need not wait for the flush interval, unless told otherwise. */
    public static final int DEFAULT_GATHER = 10;

    private static final int LARGEST_EVENTS = 16_000;
    private static final long LARGEST_BYTES = 8 << 20;
    /** What a request may have of the room, so that others find some while it is on its way. */
    private static final int LARGEST_SHARE = 4;
    /** With so much of the room no request waits for more: others come meanwhile, and it is on its way for a while, too. */
    private static final int ENOUGH_SHARE = 16;
    /** With little room there is some left while they wait. */
    private static final long MOST_SHARE = 4;

    /**
     * Settings by which a request is never larger than said, and leaves as soon as it is full.
     *
     * @param batch how large a request is at the most
     * @param flushInterval how long an event waits at the most for its batch to fill
     * @param queueEvents the most events that are held in memory
     * @param queueBytes the most bytes that those have together
     */
    public ForwarderSettings(BatchLimits batch, Duration flushInterval, int queueEvents, long queueBytes) {
        this(batch, batch, batch.events(), flushInterval, queueEvents, queueBytes, Duration.ZERO, null, null);
    }

    /**
     * Settings by which a request is as large as the load and the endpoint make it.
     *
     * @param flushInterval how long an event waits at the most for its batch to fill
     * @param queueBytes the most bytes that are held in memory
     * @return the settings
     */
    public static ForwarderSettings adaptive(Duration flushInterval, long queueBytes) {
        return new ForwarderSettings(
                new BatchLimits(DEFAULT_BATCH_EVENTS, BatchLimits.DEFAULT_BYTES),
                new BatchLimits(
                        LARGEST_EVENTS, LARGEST_BYTES, Math.max(BatchLimits.DEFAULT_BYTES, queueBytes / LARGEST_SHARE)),
                DEFAULT_GATHER,
                flushInterval,
                DEFAULT_QUEUE_EVENTS,
                queueBytes,
                Duration.ZERO,
                null,
                null);
    }

    /** How many bytes need not wait to become more. */
    long enoughBytes() {
        return Math.min(Math.max(batch.bytes(), queueBytes / ENOUGH_SHARE), queueBytes / MOST_SHARE);
    }

    /**
     * The same, with requests that leave each other room.
     *
     * @param requests how many may be in flight
     * @return the settings
     */
    public ForwarderSettings withInFlight(int requests) {
        long loose = Math.max(batch.bytes(), Math.min(largest.looseBytes(), queueBytes / LARGEST_SHARE / requests));
        return new ForwarderSettings(
                batch,
                new BatchLimits(largest.events(), largest.bytes(), loose),
                gather,
                flushInterval,
                queueEvents,
                queueBytes,
                deadline,
                spool,
                deadLetters);
    }

    /**
     * The same, with a bound to how long an event is tried.
     *
     * @param time how long; zero for as long as there is room
     * @return the settings
     */
    public ForwarderSettings withDeadline(Duration time) {
        return new ForwarderSettings(
                batch, largest, gather, flushInterval, queueEvents, queueBytes, time, spool, deadLetters);
    }

    /**
     * The same, with events kept on disk.
     *
     * @param settings where, and how many; null for none
     * @return the settings
     */
    public ForwarderSettings withSpool(@Nullable SpoolSettings settings) {
        return new ForwarderSettings(
                batch, largest, gather, flushInterval, queueEvents, queueBytes, deadline, settings, deadLetters);
    }

    /**
     * The same, with a file for what the endpoint refuses.
     *
     * @param file the file; null for none
     * @return the settings
     */
    public ForwarderSettings withDeadLetters(@Nullable Path file) {
        return new ForwarderSettings(
                batch, largest, gather, flushInterval, queueEvents, queueBytes, deadline, spool, file);
    }
}
