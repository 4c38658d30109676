package io.pixsim.logging.logback;

import static io.pixsim.logging.catalog.Stage.PIPELINE_ARTIFACT;
import static io.pixsim.logging.catalog.Stage.PROVIDER_SUBMIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
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

/** Calls of one message that tell something else each time, and so are no duplicates. */
class DuplicateCallsTest {

    private final LoggerContext context = new LoggerContext();
    private final Gate gate = new Gate(System::nanoTime, InstantSource.system());
    private final RecordingAppender sink = RecordingAppender.on(context);
    private final Logger log = context.getLogger("worker");

    @BeforeEach
    void collapse() {
        context.setMDCAdapter(MDC.getMDCAdapter());
        context.addTurboFilter(new GateTurboFilter(gate));
        gate.use(
                new GateRules(Map.of(), PathRules.NONE, new SamplingRules(Map.of(), 1, 0, Duration.ofHours(1), false)));
    }

    @AfterEach
    void stop() {
        context.stop();
        MDC.clear();
    }

    @Test
    void aThrowableIsNeverHeldBack() {
        log.info("skipped", new IOException("no such file"));
        log.info("skipped", new IllegalStateException("no such job"));
        log.atInfo().setCause(new IOException("closed")).log("skipped");

        assertThat(sink.values("error")).containsExactly("no such file", "no such job", "closed");
    }

    @Test
    void anotherStageIsNoDuplicate() {
        log.info(PIPELINE_ARTIFACT, "done");
        log.info(PROVIDER_SUBMIT, "done");
        log.atInfo().addMarker(PIPELINE_ARTIFACT).log("done");

        assertThat(sink.values("stage")).containsExactly("pipeline:artifact", "provider:submit", "pipeline:artifact");
    }

    @Test
    void anotherLevelOrLoggerIsNoDuplicate() {
        context.getLogger("worker").setLevel(Level.DEBUG);

        log.debug("started");
        log.info("started");
        context.getLogger("renderer").info("started");

        assertThat(sink.values("level")).containsExactly("debug", "info", "info");
    }

    @Test
    void anotherArtifactOrAttemptInTheContextIsNoDuplicate() {
        for (long artifact : List.of(1L, 2L)) {
            try (var scope = LogContext.artifact(artifact)) {
                log.info("stored");
            }
        }
        for (String attempt : List.of("0", "1")) {
            try (var scope = MDC.putCloseable("attempt", attempt)) {
                log.info("sent");
            }
        }

        assertThat(sink.values("msg")).containsExactly("stored", "stored", "sent", "sent");
    }

    @Test
    void whatARunIsToldOfIsItsOwnStage() {
        log.info(PIPELINE_ARTIFACT, "done");
        log.info(PROVIDER_SUBMIT, "done");
        log.info(PROVIDER_SUBMIT, "done");
        log.info("done");

        assertThat(sink.events().get(2))
                .containsEntry("msg", "event repeated")
                .containsEntry("stage", "provider:submit")
                .containsEntry("suppressed", 1L);
    }
}
