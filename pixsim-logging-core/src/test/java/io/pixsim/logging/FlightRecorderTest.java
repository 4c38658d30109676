package io.pixsim.logging;

import static io.pixsim.logging.catalog.Severity.CRITICAL;
import static io.pixsim.logging.catalog.Stage.PROVIDER_COMPLETE;
import static io.pixsim.logging.catalog.Stage.PROVIDER_ERROR;
import static io.pixsim.logging.catalog.Stage.RETRY_DECISION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.diagnostics.RecorderStats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** What is hidden of a job, and written when the job fails. */
class FlightRecorderTest extends RecorderFixture {

    @Test
    void anErrorHasWhatCameBeforeItWrittenFirstInOrderAndMarked() throws IOException {
        Logger log = recording(GateOptions.builder());

        try (var job = LogContext.job(123)) {
            log.debug("picked account {}", 7);
            log.info("shown");
            log.atDebug().addKeyValue("api_key", "k-0123456789").log("sent");
            log.error("broken");
        }

        List<Map<String, Object>> events = ofJob("123");
        assertThat(values(events, "msg")).containsExactly("shown", "picked account 7", "sent", "broken");
        assertThat(values(events, "replayed")).containsExactly(null, true, true, null);
        assertThat(events.get(1)).containsEntry("level", "debug").containsEntry("job_id", 123L);
        assertThat(events.get(2)).containsEntry("api_key", "***redacted***");
        assertThat(time(events.get(1))).isBeforeOrEqualTo(time(events.get(0))).isBeforeOrEqualTo(time(events.get(2)));
    }

    @Test
    void theConsoleAndOtherFilesGetNothingOfIt() throws IOException {
        Logger log = recording(GateOptions.builder());

        try (var job = LogContext.job(123)) {
            log.debug("hidden");
            log.error("broken");
        }
        Logging.flush(LONG);

        assertThat(Files.readString(folder.resolve("runtime/logs/worker.jsonl")))
                .contains("broken")
                .doesNotContain("hidden");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("broken").doesNotContain("hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "critical", "provider:error"})
    void anErrorOfAnyKindHasItWritten(String kind) throws IOException {
        Logger log = recording(GateOptions.builder());

        try (var job = LogContext.job("j1")) {
            log.debug("hidden");
            switch (kind) {
                case "error" -> log.error("broken");
                case "critical" -> log.error(CRITICAL, "broken");
                default -> log.warn(PROVIDER_ERROR, "broken");
            }
        }

        assertThat(values(ofJob("j1"), "msg")).startsWith("hidden", "broken");
    }

    @Test
    void aJobThatEndsWellLeavesNothing() throws IOException {
        Logger log = recording(GateOptions.builder());

        try (var job = LogContext.job(123)) {
            log.debug("hidden");
            log.warn("a warning is no error");
            log.info(PROVIDER_COMPLETE, "rendered");
            log.debug("hidden too");
        }

        assertThat(values(ofJob("123"), "msg")).doesNotContain("hidden", "hidden too");
        assertThat(Logging.stats().recordings()).isEqualTo(new RecorderStats(2, 0, 2, 0, 0, 0, 0));
    }

    @Test
    void whatComesAfterAnErrorIsWrittenWithTheNextOrAtTheEndOfAJobThatFailed() throws IOException {
        Logger log = recording(GateOptions.builder());

        try (var job = LogContext.job(123)) {
            log.debug("one");
            log.error(PROVIDER_ERROR, "first");
            log.debug("two");
            log.error("second");
            log.debug("three");
        }

        assertThat(values(ofJob("123"), "msg")).containsExactly("one", "first", "two", "second", "three", "job ended");
    }

    @Test
    void aJobThatCompletesAfterARetryLeavesWhatItDidSince() throws IOException {
        Logger log = recording(GateOptions.builder());

        try (var job = LogContext.job(123)) {
            log.debug("one");
            log.warn(PROVIDER_ERROR, "first", Fields.ATTEMPT.of(0));
            log.info(RETRY_DECISION, "again", Fields.ATTEMPT.of(0), Fields.DELAY_MS.of(5));
            log.debug("two");
            log.info(PROVIDER_COMPLETE, "rendered", Fields.ATTEMPT.of(1));
        }

        assertThat(values(ofJob("123"), "msg")).containsExactly("one", "first", "again", "rendered", "job ended");
    }

    @Test
    void whatHadNoRoomIsToldBeforeTheRest() throws IOException {
        Logger log = recording(GateOptions.builder().recordJobs(4_096));

        try (var job = LogContext.job(123)) {
            for (int i = 0; i < 100; i++) {
                log.debug("number {}", i);
            }
            log.error("broken");
        }

        List<Map<String, Object>> events = ofJob("123");
        long missed = (Long) events.get(0).get("suppressed");
        assertThat(events.get(0)).containsEntry("stage", "log:loss").containsEntry("job_id", 123L);
        assertThat(events).hasSize((int) (1 + 100 - missed + 1));
        assertThat(events.get(1)).containsEntry("msg", "number " + missed);
        assertThat(Logging.stats().recordings().displaced()).isEqualTo(missed);
    }

    private static Instant time(Map<String, Object> event) {
        return Instant.parse(Objects.requireNonNull(event.get("timestamp")).toString());
    }
}
