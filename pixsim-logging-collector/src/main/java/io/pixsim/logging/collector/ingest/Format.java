package io.pixsim.logging.collector.ingest;

import java.util.Locale;

/** In which format events come. */
public enum Format {
    /** The PixSim batch, and the single event. */
    PIXSIM,
    /** OpenTelemetry's OTLP over HTTP. */
    OTLP,
    /** The bulk API of Elasticsearch and OpenSearch. */
    BULK,
    /** One JSON object a line. */
    NDJSON;

    /** What it is called in answers. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
