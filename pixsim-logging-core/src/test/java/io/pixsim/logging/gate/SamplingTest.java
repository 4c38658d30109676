package io.pixsim.logging.gate;

import static io.pixsim.logging.catalog.Severity.INFO;
import static io.pixsim.logging.catalog.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.pixsim.logging.diagnostics.Loss;
import io.pixsim.logging.diagnostics.SuppressReason;
import io.pixsim.logging.gate.GateRules.SamplingRules;
import org.junit.jupiter.api.Test;

/** One in so many events of a stage, by job. */
class SamplingTest extends SamplingFixture {

    @Test
    void theFirstOfAJobAndEachNthAfterItAreKept() {
        sampleStatus(3);

        List<Integer> kept = IntStream.rangeClosed(1, 10)
                .filter(i -> poll("1").kept())
                .boxed()
                .toList();

        assertThat(kept).containsExactly(1, 4, 7, 10);
    }

    @Test
    void aKeptEventTellsHowManyWereHeldBackBeforeIt() {
        sampleStatus(3);

        assertThat(poll("1")).isEqualTo(Decision.keep(3, 0));
        poll("1");
        poll("1");
        assertThat(poll("1")).isEqualTo(Decision.keep(3, 2));
    }

    @Test
    void eachJobIsCountedByItselfAndEventsWithoutAJobTogether() {
        sampleStatus(3);
        poll("1");
        poll("1");

        assertThat(poll("2").kept()).isTrue();
        assertThat(poll("1").kept()).isFalse();
        assertThat(poll("1").kept()).isTrue();
        assertThat(poll(null).kept()).isTrue();
        assertThat(poll(null).kept()).isFalse();
    }

    @Test
    void theLastBeforeAChangeOfStageIsWrittenAfterAll() {
        sampleStatus(5);
        IntStream.rangeClosed(1, 8).forEach(i -> gate.decide(polled("1").number(i), true));

        Decision next = gate.decide(TestCall.of(INFO).stage(SUBMIT).job("1"), true);

        assertThat(next.notices()).containsExactly(new Notice.Late(new TestCall.Kept("8"), 1));
        assertThat(gate.suppressed()).containsExactly(Map.entry(SuppressReason.SAMPLED, 5L));
    }

    @Test
    void aLastThatWasWrittenIsNotWrittenAgain() {
        sampleStatus(2);
        poll("1");
        poll("1");
        poll("1");

        assertThat(gate.decide(TestCall.of(INFO).stage(SUBMIT).job("1"), true).notices())
                .isEmpty();
    }

    @Test
    void anErrorIsAChangeOfStageToo() {
        sampleStatus(5);
        gate.decide(polled("1").number(1), true);
        gate.decide(polled("1").number(2), true);

        Decision error = gate.decide(TestCall.of(WARNING).stage(SUBMIT).job("1"), true);

        assertThat(error.kept()).isTrue();
        assertThat(error.notices()).containsExactly(new Notice.Late(new TestCall.Kept("2"), 0));
    }

    @Test
    void theStageOfAnotherJobIsNoChange() {
        sampleStatus(5);
        poll("1");
        poll("1");

        assertThat(gate.decide(TestCall.of(INFO).stage(SUBMIT).job("2"), true).notices())
                .isEmpty();
    }

    @Test
    void theFirstOfEveryJobIsKeptHoweverManyThereAre() {
        sampleStatus(5);

        assertThat(IntStream.range(0, 50_000))
                .allMatch(job -> poll("job-" + job).kept());
    }

    @Test
    void noMoreThanTenThousandJobsAreRemembered() {
        sampleStatus(1_000_000);
        IntStream.range(0, 50_000).forEach(job -> poll("job-" + job));

        long stillKnown = IntStream.range(0, 50_000)
                .filter(job -> !poll("job-" + job).kept())
                .count();

        assertThat(stillKnown).isPositive().isLessThanOrEqualTo(10_000);
    }

    @Test
    void whatIsHeldBackAgainCountsLikeTheFirst() {
        sampleStatus(5);
        IntStream.rangeClosed(1, 4).forEach(i -> poll("1"));

        assertThat(gate.suppressed()).containsExactly(Map.entry(SuppressReason.SAMPLED, 3L));
        assertThat(gate.losses()).containsExactly(new Loss(SuppressReason.SAMPLED, STATUS, "1", 3));
        poll("1");
        assertThat(poll("1")).isEqualTo(Decision.keep(5, 4));
        assertThat(gate.suppressed()).containsExactly(Map.entry(SuppressReason.SAMPLED, 4L));
    }

    @Test
    void theLastIsWrittenAfterAllHoweverManyWereLikeIt() {
        sampleStatus(10);
        IntStream.of(0, 7, 7, 7, 8, 8, 8).forEach(i -> gate.decide(polled("1").number(i), true));

        Decision next = gate.decide(TestCall.of(INFO).stage(SUBMIT).job("1"), true);

        assertThat(next.notices()).containsExactly(new Notice.Late(new TestCall.Kept("8"), 5));
        assertThat(gate.suppressed()).containsExactly(Map.entry(SuppressReason.SAMPLED, 5L));
    }

    @Test
    void aJobIsNotTakenForThatOfAnotherGate() {
        Gate other = new Gate(clock, () -> NOON);
        other.use(new GateRules(Map.of(), PathRules.NONE, SamplingRules.stages(Map.of(STATUS, 10))));
        sampleStatus(10);

        for (int i = 0; i < 4; i++) {
            poll("1");
            other.decide(polled("1"), true);
        }

        assertThat(gate.suppressed()).containsExactly(Map.entry(SuppressReason.SAMPLED, 3L));
        assertThat(other.suppressed()).containsExactly(Map.entry(SuppressReason.SAMPLED, 3L));
    }
}
