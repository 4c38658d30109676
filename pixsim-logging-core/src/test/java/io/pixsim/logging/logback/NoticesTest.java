package io.pixsim.logging.logback;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Fields.PROVIDER_JOB_ID;
import static io.pixsim.logging.catalog.Stage.PROVIDER_COMPLETE;
import static io.pixsim.logging.catalog.Stage.PROVIDER_STATUS;
import static io.pixsim.logging.catalog.Stage.PROVIDER_SUBMIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.gate.Gate;
import io.pixsim.logging.gate.GateRules;
import io.pixsim.logging.gate.GateRules.SamplingRules;
import io.pixsim.logging.gate.PathRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** What the gate asks to be written, as a sink sees it. */
class NoticesTest {

    private final LoggerContext context = new LoggerContext();
    private final Gate gate = new Gate(System::nanoTime, InstantSource.system());
    private final RecordingAppender sink = RecordingAppender.on(context);
    private final Logger log = context.getLogger("worker");

    @BeforeEach
    void filter() {
        context.setMDCAdapter(MDC.getMDCAdapter());
        context.addTurboFilter(new GateTurboFilter(gate));
    }

    @AfterEach
    void stop() {
        context.stop();
        MDC.clear();
    }

    @Test
    void theLastPollBeforeAChangeOfStageAppearsAsItWasAndTheJobTellsItsLosses() {
        use(SamplingRules.stages(Map.of("provider:status", 10)));

        try (var job = LogContext.job(123)) {
            for (int i = 0; i < 5; i++) {
                log.info(PROVIDER_STATUS, "polled {} %", i * 10, ATTEMPT.of(i));
            }
            log.info(PROVIDER_COMPLETE, "rendered");
        }

        assertThat(sink.values("msg"))
                .containsExactly("polled 0 %", "polled 40 %", "events of this job were held back", "rendered");
        assertThat(sink.events().get(1))
                .containsEntry("job_id", 123L)
                .containsEntry("stage", "provider:status")
                .containsEntry("attempt", 4L)
                .containsEntry("suppressed", 3L);
        assertThat(sink.events().get(2))
                .containsEntry("job_id", 123L)
                .containsEntry("stage", "log:loss")
                .containsEntry("suppressed", 3L)
                .containsEntry("lost", Map.of("sampled", Map.of("provider:status", 3L)))
                .doesNotContainKey("job_id_2");
    }

    @Test
    void theLastPollAppearsAsItWasThoughMostBeforeItSaidTheSame() {
        use(SamplingRules.stages(Map.of("provider:status", 100)));

        try (var job = LogContext.job(123)) {
            for (int i = 0; i < 10; i++) {
                log.info(PROVIDER_STATUS, "polled {} %", i / 4 * 10);
            }
            log.info(PROVIDER_STATUS, "polled {} %", 20);
            context.getLogger("other").info(PROVIDER_STATUS, "polled {} %", 20);
            log.info(PROVIDER_SUBMIT, "submitted");
        }

        assertThat(sink.values("msg")).containsExactly("polled 0 %", "polled 20 %", "submitted");
        assertThat(sink.events().get(1)).containsEntry("logger", "other").containsEntry("suppressed", 10L);
    }

    @Test
    void theLastPollOfAJobThatGoesOnAtTheEndAppearsInItsOwnContext() {
        use(SamplingRules.stages(Map.of("provider:status", 10)));
        try (var job = LogContext.job(123)) {
            for (int i = 0; i < 4; i++) {
                log.info(PROVIDER_STATUS, "polled {} %", i * 10);
            }
        }
        MDC.put("request_id", "req-of-something-else");

        new GateTurboFilter(gate).tell(log, gate.closing());

        assertThat(sink.events().get(1))
                .containsEntry("msg", "polled 30 %")
                .containsEntry("job_id", 123L)
                .containsEntry("stage", "provider:status")
                .containsEntry("suppressed", 2L)
                .doesNotContainKey("request_id");
    }

    @Test
    void theLastPollAppearsWithTheIdsThatItHad() {
        use(SamplingRules.stages(Map.of("provider:status", 10)));

        try (var job = LogContext.job(123)) {
            try (var artifact = LogContext.artifact(7, 70)) {
                for (int i = 0; i < 4; i++) {
                    log.info(PROVIDER_STATUS, "polled {} %", i * 10);
                }
            }
            try (var artifact = LogContext.artifact(8, 80)) {
                log.info(PROVIDER_SUBMIT, "submitted");
            }
        }

        assertThat(sink.values("msg")).containsExactly("polled 0 %", "polled 30 %", "submitted");
        assertThat(sink.values("artifact_id")).containsExactly(7L, 7L, 8L);
        assertThat(sink.values("submission_id")).containsExactly(70L, 70L, 80L);
        assertThat(sink.values("job_id")).containsOnly(123L);
    }

    @Test
    void ofFluentPollsThatSayTheSameTheLastComesBack() {
        use(SamplingRules.stages(Map.of("provider:status", 100)));

        try (var job = LogContext.job(123)) {
            for (int i = 0; i < 9; i++) {
                log.atInfo()
                        .addMarker(PROVIDER_STATUS)
                        .addKeyValue("progress", i / 3)
                        .log("polled");
            }
            log.info(PROVIDER_SUBMIT, "submitted");
        }

        assertThat(sink.values("progress")).containsExactly(0L, 2L, null);
        assertThat(sink.events().get(1)).containsEntry("suppressed", 7L);
    }

    @Test
    void aFluentPollComesBackToo() {
        use(SamplingRules.stages(Map.of("provider:status", 10)));

        for (int i = 0; i < 3; i++) {
            log.atInfo()
                    .addKeyValue("stage", "provider:status")
                    .addKeyValue("job_id", 7)
                    .addKeyValue("progress", i)
                    .log("polled");
        }
        log.atInfo().addKeyValue("job_id", 7).addMarker(PROVIDER_SUBMIT).log("submitted");

        assertThat(sink.values("msg")).containsExactly("polled", "polled", "submitted");
        assertThat(sink.events().get(1))
                .containsEntry("progress", 2L)
                .containsEntry("job_id", 7L)
                .containsEntry("stage", "provider:status")
                .doesNotContainKey("stage_2");
    }

    @Test
    void ofAValueThatMightChangeOnlyItsPlaceIsKept() {
        use(SamplingRules.stages(Map.of("provider:status", 10)));
        StringBuilder changing = new StringBuilder("before");

        try (var job = LogContext.job(123)) {
            log.info(PROVIDER_STATUS, "first");
            log.info(PROVIDER_STATUS, "polled {} of {}", changing, 2);
            changing.append(" and after");
            log.info(PROVIDER_SUBMIT, "submitted");
        }

        assertThat(sink.values("msg")).containsExactly("first", "polled (not kept) of 2", "submitted");
    }

    @Test
    void collapsedPollsEndWithOneEvent() {
        use(new SamplingRules(Map.of(), 1, 0, Duration.ZERO, true));

        try (var job = LogContext.job(123)) {
            for (String status : List.of("queued", "queued", "queued", "rendering", "rendering")) {
                log.info(PROVIDER_STATUS, "polled: {}", status);
            }
            log.info(PROVIDER_SUBMIT, "submitted");
        }

        assertThat(sink.values("msg"))
                .containsExactly("polled: queued", "polled: queued", "polled: rendering", "polling ended", "submitted");
        assertThat(sink.events().get(1)).containsEntry("suppressed", 1L);
        assertThat(sink.events().get(3))
                .containsEntry("polls", 5L)
                .containsEntry("suppressed", 2L)
                .containsEntry("stage", "provider:status")
                .containsKey("duration_ms");
    }

    @Test
    void whatIsToldOfManyEventsIsNotOfTheArtifactThatComesNext() {
        use(new SamplingRules(Map.of(), 1, 0, Duration.ofHours(1), true));

        try (var job = LogContext.job(123, "text_to_video", "pixverse")) {
            try (var artifact = LogContext.artifact(7, 70)) {
                log.info(PROVIDER_STATUS, "queued");
                log.info("waiting");
                log.info("waiting");
            }
            try (var artifact = LogContext.artifact(8, 80)) {
                log.info("waiting");
                log.info(PROVIDER_SUBMIT, "submitted", PROVIDER_JOB_ID.of("pv_2"), ATTEMPT.of(1));
            }
        }

        assertThat(sink.events().stream()
                        .filter(event ->
                                List.of("event repeated", "polling ended").contains(event.get("msg"))))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event)
                        .containsEntry("job_id", 123L)
                        .containsEntry("provider_id", "pixverse")
                        .doesNotContainKeys("artifact_id", "submission_id", "provider_job_id", "attempt"));
    }

    @Test
    void duplicatesAreToldByEveryPlainValueThatTheyCarry() {
        use(new SamplingRules(Map.of(), 1, 0, Duration.ofHours(1), false));

        log.info("stored {}", 1);
        log.info("stored {}", 1);
        log.info("stored {}", 2);
        log.info("stored {}", new Object() {
            @Override
            public String toString() {
                return "2";
            }
        });

        assertThat(sink.values("msg")).containsExactly("stored 1", "event repeated", "stored 2", "stored 2");
        assertThat(sink.events().get(1)).containsEntry("repeated", "stored {}").containsEntry("suppressed", 1L);
    }

    private void use(SamplingRules rules) {
        gate.use(new GateRules(Map.of(), PathRules.NONE, rules));
    }
}
