package io.pixsim.logging.test.assertj;

import static io.pixsim.logging.catalog.Fields.JOB_ID;
import static io.pixsim.logging.catalog.Stage.PIPELINE_START;
import static io.pixsim.logging.catalog.Stage.PROVIDER_COMPLETE;
import static io.pixsim.logging.catalog.Stage.PROVIDER_SUBMIT;
import static io.pixsim.logging.test.assertj.Failing.failing;
import static io.pixsim.logging.test.assertj.LogAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.redact.RedactionPolicy;
import io.pixsim.logging.test.CaptureLogs;
import io.pixsim.logging.test.Captured;
import io.pixsim.logging.test.CapturedLogs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is asked of every event: no secrets, the schema, a time. */
@CaptureLogs
class AllEventsAssertTest {

    private static final Logger LOG = LoggerFactory.getLogger("worker");

    @BeforeEach
    void logAJob() {
        LOG.info(PIPELINE_START, "started", JOB_ID.of(123));
        LOG.info(PROVIDER_SUBMIT, "submitted", JOB_ID.of(123));
        LOG.info(PROVIDER_SUBMIT, "submitted again", JOB_ID.of(123));
        LOG.info(PROVIDER_COMPLETE, "done", JOB_ID.of("job-abc"));
    }

    @Test
    void hasNoSecretLooksThroughEveryLine(CapturedLogs logs) {
        LOG.atInfo().addKeyValue("note", "it is canary-77").log("oops");

        assertThat(logs).hasNoSecret("canary-78");
        failing(() -> assertThat(logs).hasNoSecret("canary-78", "canary-77"))
                .hasMessageContaining("Expected no secret in what was logged, but")
                .hasMessageContaining("\"canary-77\" is in {\"timestamp\":")
                .hasMessageNotContaining("\"canary-78\"");
    }

    @Test
    void hasNoSecretSeesThroughEscapes(CapturedLogs logs) {
        LOG.atInfo().addKeyValue("note", List.of("a\"b\\c")).log("escaped");

        failing(() -> assertThat(logs).hasNoSecret("a\"b\\c")).hasMessageContaining("is in {");
    }

    @Test
    void noSecretToLookForIsAMistake(CapturedLogs logs) {
        assertThatThrownBy(() -> assertThat(logs).hasNoSecret("a", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a secret to look for is empty");
    }

    @Test
    void hasNoSecretNeedsNotToBeToldWhatIsSecret(CapturedLogs logs) {
        LOG.atInfo().addKeyValue("api_key", "canary-1").log("masked");

        assertThat(logs).hasNoSecret();
    }

    @Test
    @CaptureLogs(alone = true)
    void hasNoSecretSeesWhatAnExceptionOfTheProgramShows(CapturedLogs logs) {
        Logging.configure(LoggingOptions.forService("worker")
                .redaction(RedactionPolicy.builder()
                        .allowKey("api_key")
                        .allowKey("password")
                        .build())
                .build());
        LOG.atInfo()
                .addKeyValue("request", Map.of("headers", List.of(Map.of("api_key", "canary-1"))))
                .log("shown");
        LOG.atInfo().addKeyValue("password", "canary-2").log("shown, too");

        failing(() -> assertThat(logs).hasNoSecret())
                .hasMessageContaining(String.format("Expected no secret in what was logged, but%n"
                        + "  event 5: field request.headers[0].api_key shows what is to be hidden%n"
                        + "  event 6: field password shows what is to be hidden%nin 6 captured"));
    }

    @Test
    void withinDurationTakesTheTimeFromTheFirstToTheLast(CapturedLogs logs) {
        assertThat(logs).withinDuration(Duration.ofHours(1));
        assertThat(logs).job(9).withinDuration(Duration.ZERO);
        letTheClockTick();
        LOG.info("later");

        failing(() -> assertThat(logs).withinDuration(Duration.ZERO))
                .hasMessageContaining("Expected all to happen within PT0S, but it took PT")
                .hasMessageContaining(", from event 1 to event 5, in")
                .hasMessageContaining("5 captured events");
    }

    private static void letTheClockTick() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
        while (!Instant.now().truncatedTo(ChronoUnit.MICROS).isAfter(before)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void allMatchSchemaAsksItOfEachLine(CapturedLogs logs) {
        assertThat(logs).allMatchSchema();
    }

    @Test
    void allMatchSchemaNamesTheEventAndTheRule() {
        CapturedLogs logs =
                Captured.lines("{\"timestamp\":\"2026-01-01T00:00:00.000001Z\",\"level\":\"info\",\"msg\":\"m\","
                        + "\"service\":\"s\",\"env\":\"dev\",\"attempt\":\"1\",\"stage\":7}");

        failing(() -> assertThat(logs).allMatchSchema())
                .hasMessageContaining(String.format("Expected all events to match the schema, but%n"
                        + "  event 1: attempt is a whole number that stands there as text: 1%n"
                        + "  event 1: stage is not text: 7%nin 1 captured event:%n"));
    }
}
