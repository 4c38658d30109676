package io.pixsim.logging.gate;

import static io.pixsim.logging.catalog.Severity.INFO;
import static io.pixsim.logging.catalog.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.pixsim.logging.diagnostics.SuppressReason;
import io.pixsim.logging.gate.GateRules.SamplingRules;
import org.junit.jupiter.api.Test;

/** What thins events of any stage: whole jobs, a rate for each pattern, duplicates. */
class OtherThinningTest extends SamplingFixture {

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
    void whatPassesALimitTellsOfAllThatWasHeldBackByWhateverRule() {
        use(new SamplingRules(Map.of(STATUS, 5), 1, 2, Duration.ZERO, false));
        IntStream.range(0, 40).forEach(i -> poll("1"));
        clock.advance(Duration.ofSeconds(1));

        assertThat(poll("1")).isEqualTo(Decision.keep(5, 34));
    }

    @Test
    void whatPassesALimitTellsOfTheRequestsOfItsPathToo() {
        gate.use(new GateRules(
                Map.of(),
                new PathRules(List.of(), Map.of("/status", 5), PathRules.SLOW),
                new SamplingRules(Map.of(), 1, 2, Duration.ZERO, false)));
        TestCall request = TestCall.of(INFO).message("http_request").with("path", "/status");
        IntStream.range(0, 40).forEach(i -> gate.decide(request, true));
        clock.advance(Duration.ofSeconds(1));

        assertThat(gate.decide(request, true)).isEqualTo(Decision.keep(5, 34));
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
    void aRunThatGoesOnAtTheEndOfTheProcessIsToldOf() {
        use(new SamplingRules(Map.of(), 1, 0, Duration.ofSeconds(10), false));
        IntStream.range(0, 3).forEach(i -> say("disk full"));

        assertThat(gate.closing()).first().isEqualTo(repeated("disk full", 2));
    }

    @Test
    void aRunThatGoesOnByOtherRulesIsToldOf() {
        use(new SamplingRules(Map.of(), 1, 0, Duration.ofSeconds(10), false));
        IntStream.range(0, 3).forEach(i -> say("disk full"));

        assertThat(gate.use(GateRules.NONE)).containsExactly(repeated("disk full", 2));
    }

    @Test
    void runsThatAreForgottenSinceThereAreTooManyAreToldOf() {
        use(new SamplingRules(Map.of(), 1, 0, Duration.ofSeconds(10), false));
        List<Notice> told = new ArrayList<>();

        for (int i = 0; i < 12_000; i++) {
            told.addAll(say("pattern " + i).notices());
            told.addAll(say("pattern " + i).notices());
        }
        told.addAll(gate.closing());

        assertThat(told.stream()
                        .filter(notice -> notice.toString().contains("event repeated"))
                        .distinct())
                .hasSize(12_000);
    }

    @Test
    void ofALongPatternNoTextIsHeld() {
        use(new SamplingRules(Map.of(), 1, 0, Duration.ofSeconds(10), false));
        String prompt = "the prompt: " + "ocean ".repeat(100);
        say(prompt);
        say(prompt);
        say(prompt.replace("ocean", "waves"));

        assertThat(gate.closing())
                .first()
                .asString()
                .contains("suppressed=1", "repeated=(612 characters, ")
                .doesNotContain("ocean");
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

    private static Notice repeated(String message, long times) {
        return new Notice.Summary(
                false,
                "event repeated",
                Map.of("suppressed", times, "repeated", message, "first", NOON.toString(), "last", NOON.toString()));
    }

    private Decision say(String message) {
        return gate.decide(TestCall.of(INFO).message(message), true);
    }

    private long keptOf(int events, String message) {
        return IntStream.range(0, events).filter(i -> say(message).kept()).count();
    }
}
