package io.pixsim.logging.gate;

import static io.pixsim.logging.catalog.Severity.CRITICAL;
import static io.pixsim.logging.catalog.Severity.DEBUG;
import static io.pixsim.logging.catalog.Severity.ERROR;
import static io.pixsim.logging.catalog.Severity.INFO;
import static io.pixsim.logging.catalog.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.diagnostics.SuppressReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    private static final String STATUS = "provider:status";

    private final Gate sampling = new Gate(INFO, Map.of(STATUS, 3));

    @ParameterizedTest
    @EnumSource(Severity.class)
    void theOpenGateKeepsEverything(Severity severity) {
        assertThat(Gate.OPEN.isOpen()).isTrue();
        assertThat(Gate.OPEN.decide(severity, STATUS, "1")).isEqualTo(Decision.KEEP);
        assertThat(Gate.OPEN.decide(severity, null, null)).isEqualTo(Decision.KEEP);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 0, -5, Integer.MIN_VALUE})
    void aRateOfOneOrLessIsNoSampling(int rate) {
        Gate gate = new Gate(INFO, Map.of(STATUS, rate));

        assertThat(gate.isOpen()).isTrue();
        assertThat(gate.decide(INFO, STATUS, "1")).isEqualTo(Decision.KEEP);
        assertThat(gate.decide(INFO, STATUS, "1")).isEqualTo(Decision.KEEP);
    }

    @ParameterizedTest
    @EnumSource(
            value = Severity.class,
            names = {"DEBUG", "INFO", "WARNING", "ERROR"})
    void aThresholdThatLoggerLevelsExpressIsNoneOfTheGates(Severity threshold) {
        assertThat(new Gate(threshold, Map.of()).isOpen()).isTrue();
        assertThat(new Gate(threshold, Map.of()).decide(DEBUG, null, null)).isEqualTo(Decision.KEEP);
    }

    @Test
    void aKeptEventTellsHowManyItStandsFor() {
        assertThat(sampling.isOpen()).isFalse();
        assertThat(sampling.decide(INFO, STATUS, "1")).isEqualTo(new Decision(3, null));
    }

    @Test
    void aHeldBackEventTellsWhy() {
        sampling.decide(INFO, STATUS, "1");

        assertThat(sampling.decide(INFO, STATUS, "1").suppressed()).isEqualTo(SuppressReason.SAMPLED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Severity.class,
            names = {"WARNING", "ERROR", "CRITICAL"})
    void samplingNeverTouchesWarningsAndAbove(Severity severity) {
        for (int i = 0; i < 10; i++) {
            assertThat(sampling.decide(severity, STATUS, "1")).isEqualTo(Decision.KEEP);
        }
    }

    @Test
    void warningsDoNotAdvanceTheCount() {
        sampling.decide(INFO, STATUS, "1");
        sampling.decide(WARNING, STATUS, "1");
        sampling.decide(WARNING, STATUS, "1");

        assertThat(sampling.decide(INFO, STATUS, "1").suppressed()).isEqualTo(SuppressReason.SAMPLED);
    }

    @Test
    void debugIsSampledLikeInfo() {
        sampling.decide(INFO, STATUS, "1");

        assertThat(sampling.decide(DEBUG, STATUS, "1").suppressed()).isEqualTo(SuppressReason.SAMPLED);
    }

    @Test
    void otherStagesAndNoStageAreUntouched() {
        for (int i = 0; i < 10; i++) {
            assertThat(sampling.decide(INFO, "provider:submit", "1")).isEqualTo(Decision.KEEP);
            assertThat(sampling.decide(INFO, null, "1")).isEqualTo(Decision.KEEP);
        }
    }

    @Test
    void stagesAreCountedApart() {
        Gate gate = new Gate(INFO, Map.of(STATUS, 2, "cron:tick", 3));

        assertThat(gate.decide(INFO, STATUS, "1")).isEqualTo(new Decision(2, null));
        assertThat(gate.decide(INFO, "cron:tick", "1")).isEqualTo(new Decision(3, null));
    }

    @Test
    void aThresholdOfCriticalHoldsBackAllElseAndTellsWhy() {
        Gate gate = new Gate(CRITICAL, Map.of());

        assertThat(gate.isOpen()).isFalse();
        assertThat(gate.decide(CRITICAL, null, null)).isEqualTo(Decision.KEEP);
        assertThat(gate.decide(CRITICAL, STATUS, "1")).isEqualTo(Decision.KEEP);
        assertThat(gate.decide(ERROR, null, null).suppressed()).isEqualTo(SuppressReason.BELOW_CRITICAL);
        assertThat(gate.decide(INFO, STATUS, "1").suppressed()).isEqualTo(SuppressReason.BELOW_CRITICAL);
    }

    @Test
    void theGateDoesNotChangeWithTheMapItWasMadeOf() {
        Map<String, Integer> rates = new HashMap<>();
        Gate gate = new Gate(INFO, rates);

        rates.put(STATUS, 100);

        assertThat(gate.isOpen()).isTrue();
    }
}
