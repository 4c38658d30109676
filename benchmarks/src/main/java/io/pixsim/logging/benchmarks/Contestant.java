package io.pixsim.logging.benchmarks;

import java.util.function.Supplier;

import io.pixsim.logging.encode.Dialect;
import io.pixsim.logging.logback.FailureGuardTurboFilter;
import io.pixsim.logging.logback.GateTurboFilter;
import io.pixsim.logging.logback.JsonLinesEncoder;
import io.pixsim.logging.test.conformance.LogbackTarget;
import io.pixsim.logging.test.conformance.Target;

/** Who is tried with hostile values: the encoders that are measured too, and our own as the front door sets it up. */
@SuppressWarnings("ImmutableEnumChecker") // factories
enum Contestant {
    PIXSIM("PixSim", "pixsim", () -> guarded(Dialect.LINES)),
    PIXSIM_BATCH("PixSim, batch", "pixsim", () -> guarded(Dialect.PIXSIM_BATCH)),
    LOGBACK("Logback JsonEncoder", "logback", () -> LogbackTarget.of(Encoders.logback())),
    LOGSTASH("logstash-logback-encoder", "logstash", () -> LogbackTarget.of(Encoders.logstash())),
    LOG4J("Log4j JsonTemplateLayout", "log4j", Log4jTarget::new),
    SPRING("Spring Boot", "spring", () -> LogbackTarget.of(Encoders.spring())),
    ECS("ECS logback-ecs-encoder", "ecs", () -> LogbackTarget.of(Encoders.ecs())),
    AVAJE("avaje-logback-encoder", "avaje", () -> LogbackTarget.of(Encoders.avaje()));

    private final String title;
    private final String version;
    private final Supplier<Target> target;

    Contestant(String title, String version, Supplier<Target> target) {
        this.title = title;
        this.version = version;
        this.target = target;
    }

    String title() {
        return title;
    }

    String version() {
        return Versions.of(version);
    }

    Target target() {
        return target.get();
    }

    private static Target guarded(Dialect dialect) {
        JsonLinesEncoder encoder = new JsonLinesEncoder();
        encoder.setService("worker");
        encoder.setDialect(dialect);
        return LogbackTarget.of(encoder, new FailureGuardTurboFilter(), new GateTurboFilter());
    }
}
