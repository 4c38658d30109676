package io.pixsim.logging.gate;

import static io.pixsim.logging.catalog.Severity.INFO;
import static io.pixsim.logging.catalog.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.pixsim.logging.diagnostics.Loss;
import io.pixsim.logging.diagnostics.SuppressReason;
import io.pixsim.logging.gate.GateRules.SamplingRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingTest {

    private static final String STATUS = "provider:status";
    private static final String SUBMIT = "provider:submit";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final ManualClock clock = new ManualClock();
    private final Gate gate = new Gate(clock, () -> NOON);

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

    @ParameterizedTest
    @CsvSource({"2, 10000", "7, 10000", "9, 12345"})
    void ofOneJobOnManyThreadsExactlyOneInNIsKept(int rate, int eachThread) throws InterruptedException {
        sampleStatus(rate);
        AtomicInteger kept = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(new Thread(() -> {
                for (int j = 0; j < eachThread; j++) {
                    if (poll("1").kept()) {
                        kept.incrementAndGet();
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(kept.get()).isEqualTo((8 * eachThread + rate - 1) / rate);
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

    @Test
    void countsNeverRunBackwardsWhileRulesChange() throws InterruptedException {
        sampleStatus(1_000);
        AtomicInteger kept = new AtomicInteger();
        List<Thread> threads =
                pollOnThreads(4, 50_000, () -> kept.addAndGet(poll("1").kept() ? 1 : 0));
        List<Long> counts = new ArrayList<>();
        while (threads.stream().anyMatch(Thread::isAlive)) {
            counts.add(suppressed());
            sampleStatus(1_000);
            counts.add(suppressed());
        }

        assertThat(counts).isSorted();
        assertThat(kept.get() + suppressed()).isEqualTo(4 * 50_000);
        assertThat(gate.losses().stream().mapToLong(Loss::events).sum()).isEqualTo(suppressed());
    }

    @Test
    void onManyThreadsEachEventIsWrittenOrCountedThoughJobsChangeAndEnd() throws InterruptedException {
        sampleStatus(100);
        AtomicInteger written = new AtomicInteger();
        AtomicInteger calls = new AtomicInteger();
        List<Thread> threads = pollOnThreads(4, 20_000, () -> {
            int call = calls.incrementAndGet();
            String job = Integer.toString(call / 1_000 % 3);
            String stage = call % 300 == 0 ? SUBMIT : call % 700 == 0 ? "provider:complete" : STATUS;
            Decision decision =
                    gate.decide(TestCall.of(INFO).stage(stage).job(job).number(call / 50), true);
            written.addAndGet(decision.kept() ? 1 : 0);
            written.addAndGet((int) decision.notices().stream()
                    .filter(Notice.Late.class::isInstance)
                    .count());
        });
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(written.get() + suppressed()).isEqualTo(calls.get());
        assertThat(gate.losses().stream().mapToLong(Loss::events).sum()).isEqualTo(suppressed());
    }

    private static List<Thread> pollOnThreads(int threads, int eachThread, Runnable poll) {
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                for (int j = 0; j < eachThread; j++) {
                    poll.run();
                }
            });
            thread.start();
            started.add(thread);
        }
        return started;
    }

    private long suppressed() {
        return gate.suppressed().values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void aJobIsInOrOutAsAWholeAndWarningsAreAlwaysIn() {
        use(new SamplingRules(Map.of(), 4, 0, Duration.ZERO, false));

        List<String> in = IntStream.range(0, 4_000)
                .mapToObj(Integer::toString)
                .filter(job -> gate.decide(TestCall.of(INFO).job(job), true).kept())
                .toList();

        assertThat(in.size()).isBetween(850, 1_150);
        assertThat(in)
                .allSatisfy(job -> assertThat(gate.decide(TestCall.of(INFO).job(job), true))
                        .isEqualTo(Decision.keep(4, 0)));
        assertThat(IntStream.range(0, 100))
                .allMatch(job -> gate.decide(TestCall.of(WARNING).job(Integer.toString(job)), true)
                        .equals(Decision.KEEP));
        assertThat(gate.decide(TestCall.of(INFO), true)).isEqualTo(Decision.KEEP);
    }

    @Test
    void theSameJobsAreInInEveryProcess() {
        use(new SamplingRules(Map.of(), 4, 0, Duration.ZERO, false));
        Gate other = new Gate(clock, () -> NOON);
        other.use(new GateRules(Map.of(), PathRules.NONE, new SamplingRules(Map.of(), 4, 0, Duration.ZERO, false)));

        assertThat(IntStream.range(0, 200).mapToObj(Integer::toString))
                .allMatch(job -> gate.decide(TestCall.of(INFO).job(job), true)
                        .equals(other.decide(TestCall.of(INFO).job(job), true)));
    }

    @Test
    void soManyOfOnePatternPassAtOnceAndASecond() {
        use(new SamplingRules(Map.of(), 1, 10, Duration.ZERO, false));

        assertThat(keptOf(25, "polled")).isEqualTo(10);
        assertThat(keptOf(5, "other")).isEqualTo(5);
        clock.advance(Duration.ofMillis(500));
        assertThat(gate.decide(TestCall.of(INFO).message("polled"), true)).isEqualTo(Decision.keep(1, 15));
        assertThat(keptOf(25, "polled")).isEqualTo(4);
        clock.advance(Duration.ofHours(1));
        assertThat(keptOf(25, "polled")).isEqualTo(10);
        assertThat(gate.suppressed()).containsExactly(Map.entry(SuppressReason.RATE_LIMITED, 15L + 21 + 15));
    }

    @Test
    void warningsAreNotLimited() {
        use(new SamplingRules(Map.of(), 1, 1, Duration.ZERO, false));

        assertThat(IntStream.range(0, 100))
                .allMatch(i ->
                        gate.decide(TestCall.of(WARNING).message("slow"), true).kept());
    }

    @Test
    void aRunOfDuplicatesIsToldWhenItEnds() {
        use(new SamplingRules(Map.of(), 1, 0, Duration.ofSeconds(10), false));
        assertThat(say("disk full").kept()).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(say("disk full").suppressed()).isEqualTo(SuppressReason.DUPLICATE);
        clock.advance(Duration.ofSeconds(2));
        assertThat(say("disk full").suppressed()).isEqualTo(SuppressReason.DUPLICATE);
        clock.advance(Duration.ofSeconds(7));

        Decision after = say("disk full");

        assertThat(after.heldBack()).isEqualTo(2);
        assertThat(after.notices())
                .singleElement()
                .isEqualTo(new Notice.Summary(
                        true,
                        "event repeated",
                        Map.of(
                                "suppressed",
                                2L,
                                "repeated",
                                "disk full",
                                "first",
                                NOON.minusSeconds(10).toString(),
                                "last",
                                NOON.minusSeconds(7).toString())));
    }

    @Test
    void whatCannotBeComparedIsNoDuplicate() {
        use(new SamplingRules(Map.of(), 1, 0, Duration.ofSeconds(10), false));

        assertThat(IntStream.range(0, 3))
                .allMatch(i -> gate.decide(TestCall.of(INFO), true).kept());
    }

    @Test
    void duplicatesOfAnotherJobAreNone() {
        use(new SamplingRules(Map.of(), 1, 0, Duration.ofSeconds(10), false));

        assertThat(IntStream.range(0, 3))
                .allMatch(
                        job -> gate.decide(TestCall.of(INFO).message("started").job("job-" + job), true)
                                .kept());
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
                        new Notice.Summary(
                                false, "events of this job were held back", ((Notice.Summary) loss("1", 3)).fields()),
                        allLosses(3));
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

    private Decision say(String message) {
        return gate.decide(TestCall.of(INFO).message(message), true);
    }

    private long keptOf(int events, String message) {
        return IntStream.range(0, events).filter(i -> say(message).kept()).count();
    }

    private Decision poll(@Nullable String job) {
        return gate.decide(polled(job), true);
    }

    private static TestCall polled(@Nullable String job) {
        return TestCall.of(INFO).stage(STATUS).job(job);
    }

    private void sampleStatus(int rate) {
        use(SamplingRules.stages(Map.of(STATUS, rate)));
    }

    private void use(SamplingRules rules) {
        gate.use(new GateRules(Map.of(), PathRules.NONE, rules));
    }
}
