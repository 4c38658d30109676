package io.pixsim.logging.sink;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Where and how events are forwarded.
 *
 * @param url the ingest endpoint; {@code http} or {@code https}
 * @param batchSize the most events per request, 1 to {@value #MAX_BATCH_SIZE}; empty for as many as load and endpoint make
 *     sensible
 * @param flushInterval how long an event waits at the most for its batch to fill; more than zero
 * @param endpoint how the endpoint is spoken to
 */
public record Forwarding(URI url, OptionalInt batchSize, Duration flushInterval, EndpointOptions endpoint) {

    /** The largest batch that can be asked for: the endpoint stores a batch in one transaction. */
    public static final int MAX_BATCH_SIZE = 500;
    /** How long an event waits for its batch, unless told otherwise. */
    public static final Duration DEFAULT_FLUSH_INTERVAL = Duration.ofSeconds(5);

    /**
     * Checks each value against its range.
     *
     * @param url the ingest endpoint; {@code http} or {@code https}
     * @param batchSize the most events per request, 1 to {@value #MAX_BATCH_SIZE}; empty for as many as load and endpoint
     *     make sensible
     * @param flushInterval how long an event waits at the most for its batch to fill; more than zero
     * @param endpoint how the endpoint is spoken to
     */
    public Forwarding {
        HttpUrls.check("url", url);
        Objects.requireNonNull(endpoint, "endpoint");
        batchSize.ifPresent(Forwarding::checkBatchSize);
        Objects.requireNonNull(flushInterval, "flushInterval");
        if (flushInterval.isNegative() || flushInterval.isZero()) {
            throw new IllegalArgumentException("flushInterval <= 0: " + flushInterval);
        }
    }

    /**
     * Forwarding to an endpoint that is spoken to by default.
     *
     * @param url the ingest endpoint; {@code http} or {@code https}
     * @param batchSize the most events per request, 1 to {@value #MAX_BATCH_SIZE}; empty for as many as load and endpoint
     *     make sensible
     * @param flushInterval how long an event waits at the most for its batch to fill; more than zero
     */
    public Forwarding(URI url, OptionalInt batchSize, Duration flushInterval) {
        this(url, batchSize, flushInterval, EndpointOptions.DEFAULT);
    }

    /**
     * Forwarding in batches of a given size, to an endpoint that is spoken to by default.
     *
     * @param url the ingest endpoint; {@code http} or {@code https}
     * @param batchSize the most events per request, 1 to {@value #MAX_BATCH_SIZE}
     * @param flushInterval how long an event waits at the most for its batch to fill; more than zero
     */
    public Forwarding(URI url, int batchSize, Duration flushInterval) {
        this(url, OptionalInt.of(batchSize), flushInterval);
    }

    private static void checkBatchSize(int batchSize) {
        if (batchSize < 1 || batchSize > MAX_BATCH_SIZE) {
            throw new IllegalArgumentException("batchSize not in 1.." + MAX_BATCH_SIZE + ": " + batchSize);
        }
    }

    /**
     * Forwarding to an endpoint with the default batch size and flush interval.
     *
     * @param url the ingest endpoint
     * @return the settings
     */
    public static Forwarding to(URI url) {
        return new Forwarding(url, OptionalInt.empty(), DEFAULT_FLUSH_INTERVAL);
    }

    @Override
    public String toString() {
        return "Forwarding[url=" + HttpUrls.shown(url) + ", batchSize=" + batchSize + ", flushInterval=" + flushInterval
                + ", endpoint=" + endpoint + "]";
    }
}
