package io.pixsim.logging.sink;

import java.util.Locale;
import java.util.Optional;

/** How events are written for an endpoint. */
public enum IngestionFormat {
    /** The PixSim batch, <code>{"logs":[…]}</code>: the Python backend and the collector. */
    PIXSIM,
    /** OpenTelemetry logs, binary, over HTTP: every OpenTelemetry Collector, VictoriaLogs, Loki, Seq, Quickwit, … */
    OTLP,
    /** The bulk API of Elasticsearch and OpenSearch. */
    BULK;

    /** What {@link #parse} takes, in words. */
    public static final String ALLOWED = "pixsim, otlp or bulk";

    /**
     * Reads a format's name, in any case.
     *
     * @param name the name
     * @return the format, or empty when there is none of that name
     */
    public static Optional<IngestionFormat> parse(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "pixsim" -> Optional.of(PIXSIM);
            case "otlp" -> Optional.of(OTLP);
            case "bulk" -> Optional.of(BULK);
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
