package io.pixsim.logging.gate;

import static io.pixsim.logging.catalog.Severity.INFO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.pixsim.logging.catalog.Finding;
import io.pixsim.logging.catalog.Outcome;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.StageCheck;
import io.pixsim.logging.gate.GateRules.SamplingRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a job ends, and what is then told of it. */
class JobEndTest extends JobEndFixture {

    private static final List<String> STAGES = List.of(
            "pipeline:start",
            "pipeline:artifact",
            "provider:submit",
            "provider:complete",
            "provider:error",
            "retry:decision");

    @Test
    void aJobIsSummedUpWhenItsLastScopeIsClosed() {
        log(in("pipeline:start"));
        clock.advance(Duration.ofMillis(40));
        log(in("provider:submit").with("attempt", "0").with("artifact_id", "456"));
        clock.advance(Duration.ofSeconds(1));
        log(in("provider:complete").with("attempt", "0").with("artifact_id", "art-7"));
        clock.advance(Duration.ofMillis(5));

        assertThat(summary(gate.scopesClosed("1", false))).satisfies(summary -> {
            assertThat(summary.ofCall()).isTrue();
            assertThat(summary.severity()).isEqualTo(INFO);
            assertThat(summary.fields())
                    .containsEntry("job_id", "1")
                    .containsEntry("stage", "job:end")
                    .containsEntry("duration_ms", 1_045L)
                    .containsEntry("outcome", "completed")
                    .containsEntry("attempts", 1)
                    .containsEntry(
                            "stages", Map.of("pipeline:start", 40L, "provider:submit", 1_000L, "provider:complete", 5L))
                    .containsEntry("artifacts", List.of(456L, "art-7"))
                    .doesNotContainKeys("findings", "lost", "suppressed");
        });
        assertThat(told).isEmpty();
    }

    @Test
    void aJobThatTheProviderHasGoesOn() {
        log(in("pipeline:start"));
        log(in("provider:submit"));
        assertThat(gate.scopesClosed("1", false)).isEmpty();
        log(in("provider:status"));
        assertThat(gate.scopesClosed("1", false)).isEmpty();
        log(in("provider:complete"));

        assertThat(summary(gate.scopesClosed("1", false)).fields()).containsEntry("outcome", "completed");
    }

    @Test
    void aJobThatAnotherThreadMayGoOnWithEndsWhenItTellsHow() {
        log(in("pipeline:start"));
        assertThat(gate.scopesClosed("1", true)).isEmpty();
        log(in("provider:complete"));

        assertThat(summary(gate.scopesClosed("1", true)).fields()).containsEntry("outcome", "completed");
    }

    @Test
    void whatDoesNotAddUpIsAWarning() {
        log(in("pipeline:start"));
        log(in("provider:error").with("attempt", "0"));
        log(in("provider:error").with("attempt", "1"));

        Notice.Summary summary = summary(gate.scopesClosed("1", false));

        assertThat(summary.severity()).isEqualTo(Severity.WARNING);
        assertThat(summary.fields()).containsEntry("findings", List.of("retry_without_decision"));
    }

    @Test
    void aJobThatNoScopeBindsEndsASecondAfterItCompleted() {
        log(outside("pipeline:start"));
        log(outside("provider:complete").with("provider_id", "pixverse"));
        clock.advance(Duration.ofMillis(500));
        log(outside("pipeline:artifact"));
        log(outside("provider:complete"));
        clock.advance(Duration.ofMillis(999));
        log(other());
        assertThat(told).isEmpty();

        clock.advance(Duration.ofMillis(1));
        log(other());

        assertThat(summary(told)).satisfies(summary -> {
            assertThat(summary.ofCall()).isFalse();
            assertThat(summary.fields())
                    .containsEntry("job_id", "1")
                    .containsEntry("provider_id", "pixverse")
                    .containsEntry("outcome", "completed");
        });
    }

    @Test
    void aJobThatIsNotHeardOfIsGivenUpWithoutComplaint() {
        log(in("provider:submit"));
        clock.advance(Duration.ofMinutes(16));
        log(TestCall.of(INFO).job("2").stage("pipeline:start"));
        log(other());

        assertThat(summary(told)).satisfies(summary -> {
            assertThat(summary.severity()).isEqualTo(INFO);
            assertThat(summary.fields())
                    .containsEntry("job_id", "1")
                    .containsEntry("outcome", "unknown")
                    .doesNotContainKey("findings");
        });
    }

    @Test
    void aJobThatIsPolledIsHeardOf() {
        log(in("provider:status"));
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(10));
            log(in("provider:status"));
            log(TestCall.of(INFO).job("other" + i).stage("pipeline:start").inScope());
            log(other());
        }

        assertThat(told).extracting(notice -> ((Notice.JobEnd) notice).jobId()).doesNotContain("1");
        log(in("provider:complete"));
        assertThat(summary(gate.scopesClosed("1", false)).fields()).containsEntry("duration_ms", 1_800_000L);
    }

    @Test
    void aJobThatRepeatsItselfIsHeardOf() {
        log(in("pipeline:artifact").with("artifact_id", "7"));
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(10));
            log(in("pipeline:artifact").with("artifact_id", "7"));
            log(TestCall.of(INFO).job("other" + i).stage("pipeline:start").inScope());
            log(other());
        }

        assertThat(told).extracting(notice -> ((Notice.JobEnd) notice).jobId()).doesNotContain("1");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsTangledOrToldAgainIsSummedUpAsIfEachEventWereLookedAt(long seed) {
        Random random = new Random(seed);
        for (int job = 0; job < 100; job++) {
            StageCheck everyEvent = new StageCheck();
            for (int i = random.nextInt(12); i >= 0; i--) {
                logSome(random, Integer.toString(job), everyEvent);
            }

            assertThat(summary(gate.closing()).fields())
                    .containsEntry("outcome", everyEvent.outcome().wireName())
                    .containsEntry("attempts", everyEvent.attempts())
                    .satisfies(fields -> assertThat(fields.getOrDefault("findings", List.of()))
                            .isEqualTo(everyEvent.findings().stream()
                                    .sorted()
                                    .map(Finding::wireName)
                                    .toList()));
        }
    }

    /** The same event, a few times in a row. */
    private void logSome(Random random, String job, StageCheck everyEvent) {
        String stage = STAGES.get(random.nextInt(STAGES.size()));
        int attempt = random.nextInt(4) - 1;
        String artifact = random.nextInt(3) == 0 ? null : "a" + random.nextInt(2);
        boolean delayed = stage.equals("retry:decision") && random.nextBoolean();
        for (int times = random.nextInt(3); times >= 0; times--) {
            TestCall call = TestCall.of(INFO).job(job).stage(stage).inScope().with("artifact_id", artifact);
            log(
                    delayed
                            ? call.with("attempt", "" + attempt).with("delay_ms", "5")
                            : call.with("attempt", "" + attempt));
            everyEvent.step(stage, attempt, artifact, delayed);
        }
    }

    @Test
    void whatIsUnderWayAtTheEndOfTheProcessIsTold() {
        log(in("provider:submit"));

        assertThat(summary(gate.closing()).fields()).containsEntry("outcome", "unknown");
        assertThat(gate.closing()).isEmpty();
    }

    @Test
    void aJobWithoutStagesHasAnEndButNoSummary() {
        log(TestCall.of(INFO).job("1"));

        assertThat(gate.scopesClosed("1", false)).containsExactly(new Notice.JobEnd("1", Outcome.UNKNOWN, null));
    }

    @Test
    void theLevelOfAJobHoldsForItsSummary() {
        gate.jobLevel("1", Threshold.WARNING, null);
        gate.jobLevel("2", Threshold.WARNING, null);
        log(TestCall.of(Severity.ERROR).job("1").stage("provider:error"));
        log(TestCall.of(Severity.ERROR).job("2").stage("pipeline:start"));

        assertThat(gate.scopesClosed("1", false)).containsExactly(new Notice.JobEnd("1", Outcome.FAILED, null));
        assertThat(summary(gate.scopesClosed("2", false)).fields()).containsEntry("findings", List.of("no_outcome"));
    }

    @Test
    void nothingIsRememberedWhereNobodyWantsToKnow() {
        gate.use(new GateRules(Map.of(), PathRules.NONE, SamplingRules.NONE, false));
        log(in("provider:complete"));

        assertThat(gate.isOpen()).isTrue();
        assertThat(gate.scopesClosed("1", false)).isEmpty();
    }

    @Test
    void aJobOfTenThousandStagesAndArtifactsIsSummedUpBriefly() {
        for (int i = 0; i < 10_000; i++) {
            log(in("own:" + i).with("artifact_id", "" + i));
        }

        Map<String, Object> fields = summary(gate.scopesClosed("1", false)).fields();

        assertThat((Map<?, ?>) fields.get("stages")).hasSizeLessThanOrEqualTo(33);
        assertThat((List<?>) fields.get("artifacts")).hasSizeLessThanOrEqualTo(32);
    }
}
