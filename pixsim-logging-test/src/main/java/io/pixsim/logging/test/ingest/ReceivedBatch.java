package io.pixsim.logging.test.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.pixsim.logging.sink.IngestionFormat;
import org.jspecify.annotations.Nullable;

/** One request to the ingest endpoint, as it arrived, whatever it was answered. Immutable. */
public final class ReceivedBatch {

    private final IngestionFormat format;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final List<Map<String, @Nullable Object>> events;

    ReceivedBatch(
            IngestionFormat format,
            Map<String, List<String>> headers,
            byte[] body,
            List<Map<String, @Nullable Object>> events) {
        this.format = format;
        this.headers = headers;
        this.body = body;
        this.events = List.copyOf(events);
    }

    /**
     * The format that the request was in, by its address.
     *
     * @return the format
     */
    public IngestionFormat format() {
        return format;
    }

    /**
     * The first value of a request header.
     *
     * @param name the header's name, in any case
     * @return the value, or null when the request had no such header
     */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null ? null : values.get(0);
    }

    /**
     * The names of the request's headers.
     *
     * @return the names in lower case, sorted; a set that can't be changed
     */
    public Set<String> headerNames() {
        return Collections.unmodifiableSet(headers.keySet());
    }

    /**
     * The bytes of the request's body, unpacked if the endpoint has unpacked them.
     *
     * @return a copy
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * The body as text.
     *
     * @return the text, read as UTF-8
     */
    public String text() {
        return new String(body, UTF_8);
    }

    /**
     * The events of the body, in its order, whatever format they are in: {@link Long}, {@link java.math.BigDecimal}, {@link
     * String}, {@link Boolean}, {@link Map}, {@link List} and null by key.
     *
     * @return an immutable list; empty when the body was not of the right shape
     */
    public List<Map<String, @Nullable Object>> events() {
        return events;
    }

    @Override
    public String toString() {
        return events.size() + " events: " + text();
    }
}
