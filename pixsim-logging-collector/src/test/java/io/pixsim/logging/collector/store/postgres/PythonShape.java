package io.pixsim.logging.collector.store.postgres;

import java.util.List;

/** The shapes in which the table of the Python backend exists. */
enum PythonShape {
    /** The first migration: times without a zone, JSON, and limits of length. */
    FIRST_MIGRATION("TIMESTAMP NOT NULL", "JSON", 50, true, false, "PRIMARY KEY (id)", "TIMESTAMP NOT NULL"),
    /** The script for TimescaleDB, as it is where that is not: JSONB, and a key with the time in it. */
    SCRIPT(
            "TIMESTAMP NOT NULL",
            "JSONB",
            50,
            true,
            false,
            "PRIMARY KEY (id, timestamp)",
            "TIMESTAMP NOT NULL DEFAULT now()"),
    /** What the handler of the Python client makes by itself. */
    HANDLER("TIMESTAMP NOT NULL", "JSON", 150, true, false, "PRIMARY KEY (id)", "TIMESTAMP"),
    /** What the backend of today makes of its model. */
    MODEL("TIMESTAMPTZ NOT NULL", "JSON", 150, true, true, "PRIMARY KEY (id)", "TIMESTAMPTZ NOT NULL"),
    /** The dump of a live database: most texts have no limit. */
    BASELINE("TIMESTAMPTZ NOT NULL", "JSON", 150, false, true, "PRIMARY KEY (id)", "TIMESTAMPTZ NOT NULL");

    private final String time;
    private final String extra;
    private final int serviceLength;
    private final boolean hasLimits;
    private final boolean isOfToday;
    private final String key;
    private final String createdAt;

    PythonShape(
            String time,
            String extra,
            int serviceLength,
            boolean hasLimits,
            boolean isOfToday,
            String key,
            String createdAt) {
        this.time = time;
        this.extra = extra;
        this.serviceLength = serviceLength;
        this.hasLimits = hasLimits;
        this.isOfToday = isOfToday;
        this.key = key;
        this.createdAt = createdAt;
    }

    boolean isJsonb() {
        return extra.equals("JSONB");
    }

    boolean hasLimits() {
        return hasLimits;
    }

    int serviceLength() {
        return serviceLength;
    }

    List<String> statements() {
        String newer =
                isOfToday ? "generation_id INTEGER, channel VARCHAR(30), domain VARCHAR(30)" : "artifact_id INTEGER";
        return List.of(
                "CREATE TABLE log_entries (id SERIAL, timestamp " + time + ", level " + text(20)
                        + " NOT NULL, service VARCHAR(" + serviceLength + ") NOT NULL, env " + text(20)
                        + (this == HANDLER ? "" : " NOT NULL") + ", msg TEXT, request_id " + text(100)
                        + ", job_id INTEGER, submission_id INTEGER, " + newer + ", provider_job_id " + text(255)
                        + ", provider_id " + text(50) + ", operation_type " + text(50) + ", stage " + text(50)
                        + ", user_id INTEGER, error TEXT, error_type " + text(100)
                        + ", duration_ms INTEGER, attempt INTEGER, extra " + extra + ", created_at " + createdAt + ", "
                        + key + ")",
                "CREATE INDEX ix_log_entries_request_id ON log_entries (request_id)",
                "CREATE INDEX idx_stage_timestamp ON log_entries (stage, timestamp)");
    }

    private String text(int limit) {
        return hasLimits ? "VARCHAR(" + limit + ")" : "VARCHAR";
    }
}
