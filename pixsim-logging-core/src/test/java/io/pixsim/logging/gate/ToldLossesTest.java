package io.pixsim.logging.gate;

import static io.pixsim.logging.catalog.Severity.INFO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

import io.pixsim.logging.diagnostics.SuppressReason;
import org.junit.jupiter.api.Test;

/** When what was held back is told, and that it is told once. */
class ToldLossesTest extends SamplingFixture {

    @Test
    void whatIsHeldBackAgainAfterLossesWereToldIsToldAMinuteLater() {
        sampleStatus(10);
        IntStream.range(0, 4).forEach(i -> poll("1"));
        clock.advance(Duration.ofMinutes(1));
        assertThat(anything().notices()).containsExactly(allLosses(3));

        IntStream.range(0, 4).forEach(i -> poll("1"));
        clock.advance(Duration.ofMinutes(1));

        assertThat(anything().notices()).containsExactly(allLosses(4));
    }

    @Test
    void aJobThatEndsTellsWhatItLost() {
        sampleStatus(10);
        IntStream.range(0, 8).forEach(i -> poll("1"));

        Decision end = gate.decide(TestCall.of(INFO).stage("provider:complete").job("1"), true);

        assertThat(end.notices()).hasSize(2).last().isEqualTo(loss("1", 6));
        assertThat(gate.decide(TestCall.of(INFO).stage("provider:complete").job("1"), true)
                        .notices())
                .isEmpty();
    }

    @Test
    void lossesAreToldOnceAMinuteAndOnlyWhenThereWereAny() {
        sampleStatus(10);
        IntStream.range(0, 4).forEach(i -> poll("1"));
        clock.advance(Duration.ofSeconds(59));
        assertThat(anything().notices()).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        assertThat(anything().notices()).containsExactly(allLosses(3));
        clock.advance(Duration.ofMinutes(5));
        assertThat(anything().notices()).isEmpty();

        poll("1");
        clock.advance(Duration.ofMinutes(1));
        assertThat(anything().notices()).containsExactly(allLosses(1));
    }

    @Test
    void whatALevelHidesIsCountedButNotTold() {
        gate.domainLevel("cron", Threshold.OFF, null);
        gate.decide(TestCall.of(INFO).domain("cron"), true);
        clock.advance(Duration.ofMinutes(2));

        assertThat(anything().notices()).isEmpty();
        assertThat(gate.suppressed()).containsExactly(Map.entry(SuppressReason.LEVEL, 1L));
    }

    @Test
    void atCloseWhatIsLeftIsTold() {
        sampleStatus(10);
        IntStream.range(0, 4).forEach(i -> poll("1"));

        assertThat(gate.closing())
                .containsExactly(
                        new Notice.Late(new TestCall.Kept(null), 2),
                        new Notice.Summary(
                                false, "events of this job were held back", ((Notice.Summary) loss("1", 2)).fields()),
                        allLosses(2));
    }

    @Test
    void otherRulesKeepWhatWasCounted() {
        sampleStatus(10);
        IntStream.range(0, 4).forEach(i -> poll("1"));

        sampleStatus(2);
        clock.advance(Duration.ofMinutes(1));

        assertThat(gate.suppressed()).containsExactly(Map.entry(SuppressReason.SAMPLED, 3L));
        assertThat(anything().notices()).containsExactly(allLosses(3));
    }

    private Decision anything() {
        return gate.decide(TestCall.of(INFO), true);
    }

    private static Notice loss(String job, long events) {
        return new Notice.Summary(
                true,
                "events of this job were held back",
                Map.of(
                        "job_id",
                        job,
                        "stage",
                        "log:loss",
                        "suppressed",
                        events,
                        "lost",
                        Map.of("sampled", Map.of(STATUS, events))));
    }

    private static Notice allLosses(long events) {
        return new Notice.Summary(
                false,
                "events were held back",
                Map.of("stage", "log:loss", "suppressed", events, "lost", Map.of("sampled", Map.of(STATUS, events))));
    }
}
