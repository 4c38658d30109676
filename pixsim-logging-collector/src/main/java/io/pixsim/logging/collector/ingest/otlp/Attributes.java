package io.pixsim.logging.collector.ingest.otlp;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a resource says of itself.
 *
 * @param values the values by name
 * @param bytes how many bytes they had
 * @param fault why they can't be taken, or null
 */
record Attributes(
        Map<String, @Nullable Object> values,
        long bytes,
        @Nullable String fault) {

    static final Attributes NONE = new Attributes(Map.of(), 0, null);
}
