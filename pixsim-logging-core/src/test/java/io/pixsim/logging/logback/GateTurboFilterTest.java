package io.pixsim.logging.logback;

import static io.pixsim.logging.catalog.Fields.STAGE;
import static io.pixsim.logging.catalog.Stage.PROVIDER_STATUS;
import static io.pixsim.logging.catalog.Stage.PROVIDER_SUBMIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.IntegerField;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.diagnostics.SuppressReason;
import io.pixsim.logging.gate.Gate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;
import org.slf4j.MarkerFactory;

class GateTurboFilterTest {

    private static final IntegerField NUMBER = Field.integer("number", "Which call it was");

    private final LoggerContext context = new LoggerContext();
    private final Gate rules = new Gate(System::nanoTime, InstantSource.system());
    private final GateTurboFilter gate = new GateTurboFilter(rules);
    private final RecordingAppender sink = RecordingAppender.on(context);
    private final Logger log = context.getLogger("worker");

    @BeforeEach
    void oneInThree() {
        context.setMDCAdapter(MDC.getMDCAdapter());
        gate.setContext(context);
        gate.setSamplingProviderStatus(3);
        gate.start();
        context.addTurboFilter(gate);
    }

    @AfterEach
    void stop() {
        context.stop();
        MDC.clear();
    }

    @ParameterizedTest
    @MethodSource("waysToLogAPoll")
    void everyWayToLogSamplesAlike(Poll poll) {
        for (int i = 0; i < 7; i++) {
            poll.log(log, i);
        }

        assertThat(sink.values("number")).containsExactly(0L, 3L, 6L);
        assertThat(sink.values("sample_rate")).containsExactly(3L, 3L, 3L);
        assertThat(sink.values("stage")).containsOnly("provider:status");
        assertThat(gate.suppressed()).containsExactly(Map.entry(SuppressReason.SAMPLED, 4L));
    }

    static Stream<Named<Poll>> waysToLogAPoll() {
        return Stream.of(
                Named.of("marker", (log, i) -> log.info(PROVIDER_STATUS, "polled", NUMBER.of(i))),
                Named.of(
                        "plain marker",
                        (log, i) -> log.info(MarkerFactory.getMarker("provider:status"), "polled", NUMBER.of(i))),
                Named.of("field argument", (log, i) -> log.info("polled", STAGE.of("provider:status"), NUMBER.of(i))),
                Named.of(
                        "fluent marker",
                        (log, i) -> log.atInfo()
                                .addMarker(PROVIDER_STATUS)
                                .addKeyValue("number", i)
                                .log("polled")),
                Named.of(
                        "fluent key-value",
                        (log, i) -> log.atInfo()
                                .addKeyValue("stage", "provider:status")
                                .addKeyValue("number", i)
                                .log("polled")),
                Named.of("context", (log, i) -> {
                    try (var stage = LogContext.with(STAGE.of("provider:status"))) {
                        log.info("polled", NUMBER.of(i));
                    }
                }));
    }

    @Test
    void askingWhetherALevelIsEnabledDoesNotCount() {
        for (int i = 0; i < 6; i++) {
            assertThat(log.isInfoEnabled(PROVIDER_STATUS)).isTrue();
            log.info(PROVIDER_STATUS, "polled", NUMBER.of(i));
        }

        assertThat(sink.values("number")).containsExactly(0L, 3L);
    }

    @Test
    void callsBelowTheLevelDoNotCount() {
        log.setLevel(Level.INFO);

        for (int i = 0; i < 6; i++) {
            log.debug(PROVIDER_STATUS, "polled", NUMBER.of(i));
            log.info(PROVIDER_STATUS, "polled", NUMBER.of(i));
        }

        assertThat(sink.values("number")).containsExactly(0L, 3L);
    }

    @Test
    void theFirstOfEachJobIsKept() {
        for (int i = 0; i < 4; i++) {
            for (int jobId = 1; jobId <= 2; jobId++) {
                try (var job = LogContext.job(jobId)) {
                    log.info(PROVIDER_STATUS, "polled", NUMBER.of(i));
                }
            }
        }

        assertThat(sink.values("job_id")).containsExactly(1L, 2L, 1L, 2L);
        assertThat(sink.values("number")).containsExactly(0L, 0L, 3L, 3L);
    }

    @Test
    void warningsAndOtherStagesAreNeverSampled() {
        for (int i = 0; i < 4; i++) {
            log.warn(PROVIDER_STATUS, "slow", NUMBER.of(i));
            log.info(PROVIDER_SUBMIT, "submitted", NUMBER.of(i));
        }

        assertThat(sink.events())
                .hasSize(8)
                .allSatisfy(event -> assertThat(event).doesNotContainKey("sample_rate"));
    }

    @Test
    void aSampledCallKeepsItsExceptionAndArguments() {
        log.info(PROVIDER_STATUS, "polled {}", "once", new IllegalStateException("odd"));

        assertThat(sink.events().get(0))
                .containsEntry("msg", "polled once")
                .containsEntry("error", "odd")
                .containsEntry("sample_rate", 3L);
    }

    @Test
    void atThresholdCriticalOnlyMarkedErrorsPass() {
        rules.criticalOnly(Set.of("ROOT"));
        context.getLogger("ROOT").setLevel(Level.ERROR);

        log.error("bad");
        log.error(Severity.CRITICAL, "worst");
        log.atError().addMarker(Severity.CRITICAL).log("worst, fluently");

        assertThat(sink.values("msg")).containsExactly("worst", "worst, fluently");
        assertThat(gate.suppressed()).containsEntry(SuppressReason.BELOW_CRITICAL, 1L);
    }

    @Test
    void aValueThatThrowsCostsNeitherTheEventNorItsCaller() {
        Object throwing = new Object() {
            @Override
            public String toString() {
                throw new AssertionError("never asked in vain");
            }
        };

        log.atInfo()
                .addKeyValue("job_id", throwing)
                .addKeyValue("stage", "provider:status")
                .log("key-value");
        log.atInfo().addKeyValue("stage", throwing).log("stage");
        log.info("argument {}", Field.any("job_id", "").of(throwing), throwing);
        log.info(
                PROVIDER_SUBMIT,
                "marker",
                Field.any("path", "").of(throwing),
                Field.any("method", "").of(throwing));

        assertThat(sink.events()).hasSize(4);
    }

    @FunctionalInterface
    interface Poll {
        void log(org.slf4j.Logger log, int number);
    }
}
