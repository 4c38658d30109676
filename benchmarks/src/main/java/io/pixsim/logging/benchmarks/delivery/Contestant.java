package io.pixsim.logging.benchmarks.delivery;

import java.util.Map;

/** Whose appender is driven. */
enum Contestant {
    NOOP("no-op: encodes as ours, throws away", "noop", ""),
    PIXSIM("PixSim", "pixsim", "pixsim"),
    PIXSIM_DEFAULT("PixSim, 8 MiB of room", "pixsim", "pixsim"),
    PIXSIM_GZIP("PixSim, gzip", "pixsim", "pixsim"),
    PIXSIM_IN_FLIGHT("PixSim, inFlight 8", "pixsim", "pixsim"),
    LOKI4J("loki4j", "loki4j", "loki4j"),
    OPENTELEMETRY("OpenTelemetry, gzip", "opentelemetry", "opentelemetry"),
    LOGSTASH("logstash-logback-encoder, TCP", "logstash", "logstash");

    private final String title;
    private final String configuration;
    private final String versionKey;

    Contestant(String title, String configuration, String versionKey) {
        this.title = title;
        this.configuration = configuration;
        this.versionKey = versionKey;
    }

    String title() {
        return title;
    }

    String configuration() {
        return configuration + ".xml";
    }

    String versionKey() {
        return versionKey;
    }

    boolean isOurs() {
        return versionKey.equals(PIXSIM.versionKey);
    }

    boolean isPeer() {
        return !isOurs() && this != NOOP;
    }

    /** Whether it is measured at high rates with the room that it has by default. */
    boolean keepsItsRoom() {
        return this == PIXSIM_DEFAULT;
    }

    boolean packs() {
        return this == PIXSIM_GZIP || this == OPENTELEMETRY;
    }

    /** Whether it gets answers; a stream of lines does not. */
    boolean hearsAnswers() {
        return isOurs() || this == LOKI4J || this == OPENTELEMETRY;
    }

    /** What is filled into its configuration. */
    Map<String, String> properties(Ports ports) {
        return Map.of(
                "httpUrl",
                "http://127.0.0.1:" + ports.http(),
                "lineHost",
                "127.0.0.1:" + ports.lines(),
                "compression",
                this == PIXSIM_GZIP ? "gzip" : "none",
                "inFlight",
                this == PIXSIM_IN_FLIGHT ? "8" : "1");
    }
}
