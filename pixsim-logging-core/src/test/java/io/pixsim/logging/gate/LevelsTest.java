package io.pixsim.logging.gate;

import static io.pixsim.logging.catalog.Severity.CRITICAL;
import static io.pixsim.logging.catalog.Severity.DEBUG;
import static io.pixsim.logging.catalog.Severity.ERROR;
import static io.pixsim.logging.catalog.Severity.INFO;
import static io.pixsim.logging.catalog.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.diagnostics.SuppressReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LevelsTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final ManualClock clock = new ManualClock();
    private final Gate gate = new Gate(clock, InstantSource.system());

    @ParameterizedTest
    @EnumSource(Severity.class)
    void withoutRulesTheLevelOfTheLoggerHolds(Severity severity) {
        assertThat(gate.isOpen()).isTrue();
        assertThat(gate.decide(TestCall.of(severity), true)).isEqualTo(Decision.KEEP);
        assertThat(gate.decide(TestCall.of(severity), false)).isEqualTo(Decision.HIDE);
    }

    @Test
    void aDomainMayShowMoreThanTheLogger() {
        gate.use(domains(Map.of("account", Threshold.DEBUG)));

        assertThat(gate.mayShow(DEBUG)).isTrue();
        assertThat(gate.shows(TestCall.of(DEBUG).domain("account"))).isTrue();
        assertThat(gate.decide(TestCall.of(DEBUG).domain("account"), false)).isEqualTo(Decision.KEEP);
        assertThat(gate.decide(TestCall.of(DEBUG).domain("cron"), false)).isEqualTo(Decision.HIDE);
        assertThat(gate.decide(TestCall.of(DEBUG), false)).isEqualTo(Decision.HIDE);
    }

    @Test
    void aDomainMayHideWhatTheLoggerShows() {
        gate.use(domains(Map.of("sql", Threshold.WARNING)));

        assertThat(gate.decide(TestCall.of(INFO).domain("sql"), true).suppressed())
                .isEqualTo(SuppressReason.LEVEL);
        assertThat(gate.decide(TestCall.of(WARNING).domain("sql"), true)).isEqualTo(Decision.KEEP);
    }

    @ParameterizedTest
    @EnumSource(Severity.class)
    void aDomainThatIsOffShowsNothing(Severity severity) {
        gate.use(domains(Map.of("cron", Threshold.OFF)));

        assertThat(gate.decide(TestCall.of(severity).domain("cron"), true).kept())
                .isFalse();
        assertThat(gate.mayShow(severity)).isFalse();
    }

    @Test
    void domainsAreTheirExactNames() {
        gate.use(domains(Map.of("localFolders", Threshold.OFF)));

        assertThat(gate.decide(TestCall.of(INFO).domain("localFolders"), true).kept())
                .isFalse();
        assertThat(gate.decide(TestCall.of(INFO).domain("localfolders"), true).kept())
                .isTrue();
    }

    @Test
    void theLevelOfAJobEndsByTheClock() {
        gate.jobLevel("123", Threshold.DEBUG, TEN_MINUTES);

        clock.advance(TEN_MINUTES.minusNanos(1));
        assertThat(gate.decide(TestCall.of(DEBUG).job("123"), false)).isEqualTo(Decision.KEEP);
        assertThat(gate.decide(TestCall.of(DEBUG).job("124"), false)).isEqualTo(Decision.HIDE);

        clock.advance(Duration.ofNanos(1));
        assertThat(gate.decide(TestCall.of(DEBUG).job("123"), false)).isEqualTo(Decision.HIDE);
    }

    @Test
    void anEndedLevelOfAJobCostsNothingMore() {
        gate.jobLevel("123", Threshold.DEBUG, TEN_MINUTES);
        clock.advance(TEN_MINUTES);

        IntStream.range(0, 2_000).forEach(i -> gate.decide(TestCall.of(INFO).job("other"), true));

        assertThat(gate.isOpen()).isTrue();
        assertThat(gate.mayShow(ERROR)).isFalse();
    }

    @Test
    void aJobIsCloserThanItsDomain() {
        gate.use(domains(Map.of("cron", Threshold.OFF)));
        gate.jobLevel("123", Threshold.INFO, TEN_MINUTES);

        assertThat(gate.decide(TestCall.of(INFO).domain("cron").job("123"), false))
                .isEqualTo(Decision.KEEP);
        assertThat(gate.decide(TestCall.of(DEBUG).domain("cron").job("123"), true)
                        .kept())
                .isFalse();
    }

    @Test
    void whatIsChangedAtRunTimeIsBeforeWhatIsConfiguredUntilItIsReset() {
        gate.use(domains(Map.of("sql", Threshold.ERROR)));
        TestCall info = TestCall.of(INFO).domain("sql");

        gate.domainLevel("sql", Threshold.INFO, null);
        assertThat(gate.decide(info, true).kept()).isTrue();

        gate.resetDomain("sql");
        assertThat(gate.decide(info, true).kept()).isFalse();

        gate.domainLevel("sql", Threshold.INFO, TEN_MINUTES);
        clock.advance(TEN_MINUTES);
        assertThat(gate.decide(info, true).kept()).isFalse();
    }

    @Test
    void otherRulesReplaceDomainsAndLeaveJobs() {
        gate.domainLevel("sql", Threshold.OFF, null);
        gate.jobLevel("1", Threshold.DEBUG, null);

        gate.use(GateRules.NONE);

        assertThat(gate.decide(TestCall.of(INFO).domain("sql"), true).kept()).isTrue();
        assertThat(gate.decide(TestCall.of(DEBUG).job("1"), false).kept()).isTrue();
        gate.resetJob("1");
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void noMoreThanAThousandJobsHaveALevelAndTheOneThatEndsFirstMakesRoom() {
        IntStream.range(0, 1_500).forEach(i -> gate.jobLevel("job-" + i, Threshold.DEBUG, TEN_MINUTES.plusSeconds(i)));

        assertThat(IntStream.range(0, 500)).noneMatch(i -> shows("job-" + i));
        assertThat(IntStream.range(500, 1_500)).allMatch(i -> shows("job-" + i));
    }

    @Test
    void criticalOnlyIsOfTheLoggersThatSaySo() {
        gate.criticalOnly(Set.of("ROOT"));

        assertThat(gate.isOpen()).isFalse();
        assertThat(gate.decide(TestCall.of(ERROR), true).suppressed()).isEqualTo(SuppressReason.BELOW_CRITICAL);
        assertThat(gate.decide(TestCall.of(CRITICAL), true)).isEqualTo(Decision.KEEP);
        assertThat(gate.decide(TestCall.of(ERROR).levelOwner("loud"), true)).isEqualTo(Decision.KEEP);
    }

    @Test
    void aDomainShowsMoreThanCriticalToo() {
        gate.criticalOnly(Set.of("ROOT"));
        gate.use(domains(Map.of("account", Threshold.INFO)));

        assertThat(gate.decide(TestCall.of(ERROR).domain("account"), true)).isEqualTo(Decision.KEEP);
    }

    private boolean shows(String job) {
        return gate.shows(TestCall.of(DEBUG).job(job));
    }

    private static GateRules domains(Map<String, Threshold> domains) {
        return new GateRules(domains, PathRules.NONE, GateRules.SamplingRules.NONE);
    }
}
