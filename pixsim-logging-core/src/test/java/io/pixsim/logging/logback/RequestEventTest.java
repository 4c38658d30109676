package io.pixsim.logging.logback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.TextField;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.gate.Gate;
import io.pixsim.logging.gate.GateRules;
import io.pixsim.logging.gate.PathRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Which events tell of a request; /health is excluded. */
class RequestEventTest {

    private static final TextField PATH = Field.text("path", "Path of the request");
    private static final TextField METHOD = Field.text("method", "Method of the request");

    private final LoggerContext context = new LoggerContext();
    private final Gate gate = new Gate(System::nanoTime, InstantSource.system());
    private final RecordingAppender sink = RecordingAppender.on(context);
    private final Logger log = context.getLogger("api");

    @BeforeEach
    void excludeHealth() {
        context.setMDCAdapter(MDC.getMDCAdapter());
        context.addTurboFilter(new GateTurboFilter(gate));
        gate.use(new GateRules(
                Map.of(), new PathRules(List.of("/health"), Map.of(), PathRules.SLOW), GateRules.SamplingRules.NONE));
    }

    @AfterEach
    void stop() {
        context.stop();
        MDC.clear();
    }

    @Test
    void anEventNamedHttpRequestDoesWhereverItsPathIs() {
        log.info("http_request", PATH.of("/health"));
        log.atInfo()
                .addKeyValue("event", "http_request")
                .addKeyValue("path", "/health")
                .log("done");
        try (var request = LogContext.with(PATH.of("/health"))) {
            log.info("http_request");
        }

        assertThat(sink.events()).isEmpty();
    }

    @Test
    void anEventThatBringsPathAndMethodItselfDoes() {
        log.info("done", METHOD.of("GET"), PATH.of("/health"));
        log.atInfo().addKeyValue("path", "/health").addKeyValue("method", "GET").log("done");

        assertThat(sink.events()).isEmpty();
    }

    @Test
    void aSlowOneIsKeptHoweverItsDurationIsTold() {
        for (Object duration : List.of(1_500, 1_500.5, "1500", Duration.ofMillis(1_500), Duration.ofDays(1L << 40))) {
            log.atInfo()
                    .addKeyValue("path", "/health")
                    .addKeyValue("duration_ms", duration)
                    .log("http_request");
        }
        log.atInfo()
                .addKeyValue("path", "/health")
                .addKeyValue("duration_ms", Duration.ofMillis(999))
                .log("http_request");

        assertThat(sink.events()).hasSize(5);
    }

    @Test
    void oneThatBringsAThrowableHasFailed() {
        log.info("http_request", PATH.of("/health"), new IOException("reset by peer"));
        log.atInfo()
                .setCause(new IOException("closed"))
                .addKeyValue("path", "/health")
                .log("http_request");

        assertThat(sink.values("error")).containsExactly("reset by peer", "closed");
    }

    @Test
    void whatHappensWithinARequestDoesNot() {
        try (var request = LogContext.with(PATH.of("/health"), METHOD.of("GET"))) {
            log.info("checked the database");
            log.info("read a file", PATH.of("/health"));
        }

        assertThat(sink.events()).hasSize(2);
    }
}
