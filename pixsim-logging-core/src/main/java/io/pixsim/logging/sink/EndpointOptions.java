package io.pixsim.logging.sink;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How endpoints are spoken to.
 *
 * <pre>{@code
 * EndpointOptions.of(IngestionFormat.OTLP).with(Credentials.bearer(token)).withFallback(second)
 * }</pre>
 *
 * Immutable; never shows a credential.
 *
 * @param format what is sent; empty leaves it to {@code PIXSIM_LOG_INGESTION_FORMAT}, and then to the PixSim batch
 * @param credentials who is sending; {@link Credentials#NONE} leaves it to {@code PIXSIM_LOG_INGESTION_TOKEN}
 * @param compression whether requests are packed
 * @param index the index or data stream that bulk requests name; empty for {@code logs-pixsim-default}, or for none
 *     where the URL names one
 * @param naiveTimestamps whether a PixSim batch has timestamps without a time zone, as the backend of 2025 wants them
 * @param fallbacks where batches go while the endpoints before are down, in this order
 * @param inFlight how many requests may be under way at once; empty leaves it to {@code PIXSIM_LOG_INGESTION_IN_FLIGHT},
 *     and then to one
 * @param connection by which way
 */
public record EndpointOptions(
        Optional<IngestionFormat> format,
        Credentials credentials,
        Compression compression,
        Optional<String> index,
        boolean naiveTimestamps,
        List<URI> fallbacks,
        OptionalInt inFlight,
        Connection connection) {

    /** The most requests that may be under way at once: each takes a connection and a thread. */
    public static final int MOST_IN_FLIGHT = 16;

    /** Everything left open. */
    public static final EndpointOptions DEFAULT = new EndpointOptions(
            Optional.empty(),
            Credentials.NONE,
            Compression.AUTO,
            Optional.empty(),
            false,
            List.of(),
            OptionalInt.empty(),
            Connection.DEFAULT);

    /**
     * Checks what can be checked without an endpoint.
     *
     * @param format what is sent
     * @param credentials who is sending
     * @param compression whether requests are packed
     * @param index the index or data stream that bulk requests name; visible ASCII without quotes
     * @param naiveTimestamps whether a PixSim batch has timestamps without a time zone
     * @param fallbacks further endpoints; {@code http} or {@code https}
     * @param inFlight how many requests may be under way at once, 1 to {@value #MOST_IN_FLIGHT}
     * @param connection by which way
     */
    public EndpointOptions {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(compression, "compression");
        Objects.requireNonNull(connection, "connection");
        index.ifPresent(EndpointOptions::checkIndex);
        inFlight.ifPresent(EndpointOptions::checkInFlight);
        fallbacks = List.copyOf(fallbacks);
        fallbacks.forEach(url -> HttpUrls.check("fallbackUrl", url));
    }

    /**
     * Options for endpoints that take a format.
     *
     * @param format what is sent
     * @return the options, all else left open
     */
    public static EndpointOptions of(IngestionFormat format) {
        return DEFAULT.with(format);
    }

    /**
     * With a format.
     *
     * @param chosen what is sent
     * @return options of which this alone has changed
     */
    public EndpointOptions with(IngestionFormat chosen) {
        return new EndpointOptions(
                Optional.of(chosen), credentials, compression, index, naiveTimestamps, fallbacks, inFlight, connection);
    }

    /**
     * With credentials.
     *
     * @param chosen who is sending
     * @return options of which this alone has changed
     */
    public EndpointOptions with(Credentials chosen) {
        return new EndpointOptions(
                format, chosen, compression, index, naiveTimestamps, fallbacks, inFlight, connection);
    }

    /**
     * With a compression.
     *
     * @param chosen whether requests are packed
     * @return options of which this alone has changed
     */
    public EndpointOptions with(Compression chosen) {
        return new EndpointOptions(
                format, credentials, chosen, index, naiveTimestamps, fallbacks, inFlight, connection);
    }

    /**
     * With another way to the endpoint.
     *
     * @param chosen by which way
     * @return options of which this alone has changed
     */
    public EndpointOptions with(Connection chosen) {
        return new EndpointOptions(
                format, credentials, compression, index, naiveTimestamps, fallbacks, inFlight, chosen);
    }

    /**
     * With an index or data stream.
     *
     * @param name what bulk requests name; visible ASCII without quotes
     * @return options of which this alone has changed
     */
    public EndpointOptions withIndex(String name) {
        return new EndpointOptions(
                format, credentials, compression, Optional.of(name), naiveTimestamps, fallbacks, inFlight, connection);
    }

    /**
     * With timestamps that have no time zone in PixSim batches.
     *
     * @return options of which this alone has changed
     */
    public EndpointOptions withNaiveTimestamps() {
        return new EndpointOptions(format, credentials, compression, index, true, fallbacks, inFlight, connection);
    }

    /**
     * With one more endpoint, after those that there are.
     *
     * @param url where batches go while the endpoints before are down; {@code http} or {@code https}
     * @return options of which this alone has changed
     */
    public EndpointOptions withFallback(URI url) {
        List<URI> more = Stream.concat(fallbacks.stream(), Stream.of(url)).toList();
        return new EndpointOptions(
                format, credentials, compression, index, naiveTimestamps, more, inFlight, connection);
    }

    /**
     * With several requests at a time, for endpoints that take their time to answer. Events arrive in no particular order
     * then.
     *
     * @param requests how many may be under way at once, 1 to {@value #MOST_IN_FLIGHT}
     * @return options of which this alone has changed
     */
    public EndpointOptions withInFlight(int requests) {
        return new EndpointOptions(
                format,
                credentials,
                compression,
                index,
                naiveTimestamps,
                fallbacks,
                OptionalInt.of(requests),
                connection);
    }

    private static void checkInFlight(int requests) {
        if (requests < 1 || requests > MOST_IN_FLIGHT) {
            throw new IllegalArgumentException("inFlight not in 1.." + MOST_IN_FLIGHT + ": " + requests);
        }
    }

    private static void checkIndex(String name) {
        if (name.isEmpty() || !name.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '\\')) {
            throw new IllegalArgumentException("index is not visible ASCII without quotes: " + name);
        }
    }

    @Override
    public String toString() {
        return "EndpointOptions[format=" + format.map(IngestionFormat::toString).orElse("open") + ", compression="
                + compression + ", fallbacks="
                + fallbacks.stream().map(HttpUrls::shown).toList() + ", connection=" + connection + "]";
    }
}
