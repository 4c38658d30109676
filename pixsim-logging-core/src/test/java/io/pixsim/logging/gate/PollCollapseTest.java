package io.pixsim.logging.gate;

import static io.pixsim.logging.catalog.Severity.INFO;
import static io.pixsim.logging.catalog.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.pixsim.logging.diagnostics.SuppressReason;
import io.pixsim.logging.gate.GateRules.SamplingRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollCollapseTest {

    private static final String STATUS = "provider:status";

    private final ManualClock clock = new ManualClock();
    private final Gate gate = new Gate(clock, InstantSource.system());

    @BeforeEach
    void collapse() {
        gate.use(new GateRules(
                Map.of(), PathRules.NONE, new SamplingRules(Map.of(STATUS, 2), 1, 0, Duration.ZERO, true)));
    }

    @Test
    void unchangedPollsAreKeptAtDoublingIntervals() {
        List<Integer> kept = IntStream.rangeClosed(0, 70)
                .filter(i -> poll("queued").kept())
                .boxed()
                .toList();

        assertThat(kept).containsExactly(0, 2, 6, 14, 30, 62);
    }

    @Test
    void aChangeIsAlwaysKeptAndBeginsAnew() {
        IntStream.range(0, 10).forEach(i -> poll("queued"));

        assertThat(poll("rendering").kept()).isTrue();
        assertThat(poll("rendering").kept()).isFalse();
        assertThat(poll("rendering").kept()).isTrue();
        assertThat(poll("queued").kept()).isTrue();
    }

    @Test
    void aKeptPollTellsHowManyWereHeldBack() {
        IntStream.range(0, 6).forEach(i -> poll("queued"));

        assertThat(poll("queued")).isEqualTo(Decision.keep(1, 3));
    }

    @Test
    void withoutAStatusTheMessageTellsWhatChanged() {
        assertThat(message("queued").kept()).isTrue();
        assertThat(message("queued").kept()).isFalse();
        assertThat(message("rendering, 12 %").kept()).isTrue();
    }

    @Test
    void whatCannotBeToldCountsAsAChange() {
        TestCall call = TestCall.of(INFO).stage(STATUS).job("1");

        assertThat(IntStream.range(0, 5)).allMatch(i -> gate.decide(call, true).kept());
    }

    @Test
    void oneEventTellsOfAllPollsWhenTheJobLeavesTheStage() {
        for (int i = 0; i < 10; i++) {
            poll("queued");
            clock.advance(Duration.ofSeconds(3));
        }

        Decision next = gate.decide(TestCall.of(INFO).stage("provider:submit").job("1"), true);

        assertThat(next.notices())
                .containsExactly(new Notice.Summary(
                        true,
                        "polling ended",
                        Map.of(
                                "job_id",
                                "1",
                                "stage",
                                STATUS,
                                "duration_ms",
                                30_000L,
                                "suppressed",
                                7L,
                                "polls",
                                10L)));
        assertThat(gate.suppressed()).containsExactly(Map.entry(SuppressReason.UNCHANGED_POLL, 7L));
    }

    @Test
    void pollsThatGoOnAtTheEndOfTheProcessAreToldOf() {
        IntStream.range(0, 5).forEach(i -> poll("queued"));

        assertThat(gate.closing()).first().isEqualTo(pollsOutsideOfTheJob());
    }

    @Test
    void pollsThatGoOnByOtherRulesAreToldOf() {
        IntStream.range(0, 5).forEach(i -> poll("queued"));

        assertThat(gate.use(GateRules.NONE)).containsExactly(pollsOutsideOfTheJob());
    }

    @ParameterizedTest
    @ValueSource(strings = {"provider_job_id", "submission_id", "artifact_id"})
    void ofAllThatAJobPollsInTurnsEachChangeIsKept(String subject) {
        for (String status : List.of("queued", "rendering", "complete")) {
            for (String polled : List.of("1", "2", "3")) {
                assertThat(poll(subject, polled, status).kept()).isTrue();
            }
            assertThat(poll(subject, "2", status).kept()).isFalse();
        }

        Decision next = gate.decide(TestCall.of(INFO).stage("provider:submit").job("1"), true);

        assertThat(next.notices())
                .singleElement()
                .isInstanceOfSatisfying(
                        Notice.Summary.class,
                        summary -> assertThat(summary.fields())
                                .containsEntry("polls", 12L)
                                .containsEntry("suppressed", 3L));
    }

    @Test
    void noChangeIsLostHoweverManyArePolled() {
        for (String status : List.of("queued", "rendering")) {
            assertThat(IntStream.range(0, 1_000))
                    .allMatch(i -> poll("submission_id", "" + i, status).kept());
        }
    }

    @Test
    void noRateLimitHoldsAChangeBack() {
        gate.use(new GateRules(Map.of(), PathRules.NONE, new SamplingRules(Map.of(), 1, 1, Duration.ZERO, true)));

        assertThat(IntStream.range(0, 10)).allMatch(i -> poll("at " + i + " %").kept());
    }

    @Test
    void eachJobIsItsOwnAndWarningsPass() {
        poll("queued");

        assertThat(gate.decide(TestCall.of(INFO).stage(STATUS).job("2").with("status", "queued"), true)
                        .kept())
                .isTrue();
        assertThat(gate.decide(TestCall.of(WARNING).stage(STATUS).job("1").with("status", "queued"), true)
                        .kept())
                .isTrue();
        assertThat(poll("queued").kept()).isFalse();
    }

    private static Notice pollsOutsideOfTheJob() {
        return new Notice.Summary(
                false,
                "polling ended",
                Map.of("job_id", "1", "stage", STATUS, "duration_ms", 0L, "suppressed", 3L, "polls", 5L));
    }

    private Decision poll(String status) {
        return gate.decide(TestCall.of(INFO).stage(STATUS).job("1").with("status", status), true);
    }

    private Decision poll(String subject, String polled, String status) {
        return gate.decide(
                TestCall.of(INFO).stage(STATUS).job("1").with(subject, polled).with("status", status), true);
    }

    private Decision message(String message) {
        return gate.decide(TestCall.of(INFO).stage(STATUS).job("1").message(message), true);
    }
}
