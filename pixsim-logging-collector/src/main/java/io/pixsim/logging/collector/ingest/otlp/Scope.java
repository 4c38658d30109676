package io.pixsim.logging.collector.ingest.otlp;

import java.util.Map;

import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;

/**
 * What logged: for a logging library, a logger.
 *
 * @param name its name
 * @param version its version
 * @param attributes what else it says of itself
 */
record Scope(String name, String version, Attributes attributes) {

    static final Scope NONE = new Scope("", "", Attributes.NONE);

    /** The scope of our own forwarder, which tells the logger in each record. */
    private static final String OWN = "io.pixsim.logging";

    void addTo(Map<String, @Nullable Object> event) {
        if (name.equals(OWN)) {
            return;
        }
        if (!name.isEmpty()) {
            event.putIfAbsent(Fields.LOGGER.name(), name);
        }
        if (!version.isEmpty()) {
            event.putIfAbsent("otel.scope.version", version);
        }
        attributes.values().forEach((key, value) -> event.putIfAbsent(key, value));
    }
}
