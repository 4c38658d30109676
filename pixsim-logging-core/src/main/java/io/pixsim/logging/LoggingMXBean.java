package io.pixsim.logging;

import java.util.Map;

/**
 * The counters of {@link Logging#stats()} for JMX clients, as {@code io.pixsim.logging:type=Logging}, when {@link
 * JvmOptions.Builder#jmx} is on. Each attribute is a snapshot of its own.
 */
public interface LoggingMXBean {

    /**
     * Events that the level let through.
     *
     * @return written and suppressed ones
     */
    long getEmitted();

    /**
     * Events handed to every sink.
     *
     * @return how many
     */
    long getWritten();

    /**
     * Events held back from every sink.
     *
     * @return counts by reason
     */
    Map<String, Long> getSuppressed();

    /**
     * Times that a sink threw.
     *
     * @return how many
     */
    long getSinkFailures();

    /**
     * How often something was hidden.
     *
     * @return counts by rule
     */
    Map<String, Long> getRedacted();

    /**
     * Events on their way to an endpoint, or arrived.
     *
     * @return {@code accepted}, {@code delivered}, {@code pending}, {@code pendingBytes}, {@code spooled}, {@code
     *     deadLettered}, {@code retries}, and {@code oldestMillis}, how long the oldest that waits has done so
     */
    Map<String, Long> getDelivery();

    /**
     * Events that were to be forwarded and are lost.
     *
     * @return counts by reason
     */
    Map<String, Long> getDropped();

    /**
     * Events for files.
     *
     * @return {@code accepted}, {@code written}, {@code pending}, {@code openFiles}
     */
    Map<String, Long> getFiles();

    /**
     * Events that were to be written to files and are lost.
     *
     * @return counts by reason
     */
    Map<String, Long> getFileLosses();

    /**
     * Events that were recorded in case their job fails.
     *
     * @return {@code recorded}, {@code replayed}, {@code discarded}, {@code displaced}, {@code held}, {@code heldBytes},
     *     {@code jobs}
     */
    Map<String, Long> getRecordings();
}
