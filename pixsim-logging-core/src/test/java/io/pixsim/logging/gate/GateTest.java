package io.pixsim.logging.gate;

import static io.pixsim.logging.catalog.Severity.DEBUG;
import static io.pixsim.logging.catalog.Severity.INFO;
import static io.pixsim.logging.catalog.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.diagnostics.SuppressReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    private static final String STATUS = "provider:status";

    private final Gate sampling = gate(Map.of(STATUS, 3));

    @ParameterizedTest
    @ValueSource(ints = {1, 0, -5, Integer.MIN_VALUE})
    void aRateOfOneOrLessIsNoSampling(int rate) {
        Gate gate = gate(Map.of(STATUS, rate));

        assertThat(gate.isOpen()).isTrue();
        assertThat(decide(gate, INFO, STATUS, "1")).isEqualTo(Decision.KEEP);
        assertThat(decide(gate, INFO, STATUS, "1")).isEqualTo(Decision.KEEP);
    }

    @Test
    void aKeptEventTellsHowManyItStandsFor() {
        assertThat(sampling.isOpen()).isFalse();
        assertThat(decide(sampling, INFO, STATUS, "1")).isEqualTo(Decision.keep(3, 0));
    }

    @Test
    void aHeldBackEventTellsWhy() {
        decide(sampling, INFO, STATUS, "1");

        assertThat(decide(sampling, INFO, STATUS, "1").suppressed()).isEqualTo(SuppressReason.SAMPLED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Severity.class,
            names = {"WARNING", "ERROR", "CRITICAL"})
    void samplingNeverTouchesWarningsAndAbove(Severity severity) {
        for (int i = 0; i < 10; i++) {
            assertThat(decide(sampling, severity, STATUS, "1")).isEqualTo(Decision.KEEP);
        }
    }

    @Test
    void warningsDoNotAdvanceTheCount() {
        decide(sampling, INFO, STATUS, "1");
        decide(sampling, WARNING, STATUS, "1");
        decide(sampling, WARNING, STATUS, "1");

        assertThat(decide(sampling, INFO, STATUS, "1").suppressed()).isEqualTo(SuppressReason.SAMPLED);
    }

    @Test
    void debugIsSampledLikeInfo() {
        decide(sampling, INFO, STATUS, "1");

        assertThat(decide(sampling, DEBUG, STATUS, "1").suppressed()).isEqualTo(SuppressReason.SAMPLED);
    }

    @Test
    void otherStagesAndNoStageAreUntouched() {
        for (int i = 0; i < 10; i++) {
            assertThat(decide(sampling, INFO, "provider:submit", "1")).isEqualTo(Decision.KEEP);
            assertThat(decide(sampling, INFO, null, "1")).isEqualTo(Decision.KEEP);
        }
    }

    @Test
    void stagesAreCountedApart() {
        Gate gate = gate(Map.of(STATUS, 2, "cron:tick", 3));

        assertThat(decide(gate, INFO, STATUS, "1")).isEqualTo(Decision.keep(2, 0));
        assertThat(decide(gate, INFO, "cron:tick", "1")).isEqualTo(Decision.keep(3, 0));
    }

    @Test
    void theGateDoesNotChangeWithTheMapItWasMadeOf() {
        Map<String, Integer> rates = new HashMap<>();
        Gate gate = gate(rates);

        rates.put(STATUS, 100);

        assertThat(gate.isOpen()).isTrue();
    }

    private static Gate gate(Map<String, Integer> stageRates) {
        Gate gate = new Gate(System::nanoTime, InstantSource.system());
        gate.use(new GateRules(Map.of(), PathRules.NONE, GateRules.SamplingRules.stages(stageRates)));
        return gate;
    }

    private static Decision decide(Gate gate, Severity severity, @Nullable String stage, String job) {
        return gate.decide(TestCall.of(severity).stage(stage).job(job), true);
    }
}
