package io.pixsim.logging.gate;

import static io.pixsim.logging.catalog.Severity.INFO;

import java.time.Instant;
import java.util.Map;

import io.pixsim.logging.gate.GateRules.SamplingRules;
import org.jspecify.annotations.Nullable;

/** A gate that thins events, and calls that it judges. */
abstract class SamplingFixture {

    static final String STATUS = "provider:status";
    static final String SUBMIT = "provider:submit";
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    final ManualClock clock = new ManualClock();
    final Gate gate = new Gate(clock, () -> NOON);

    Decision poll(@Nullable String job) {
        return gate.decide(polled(job), true);
    }

    static TestCall polled(@Nullable String job) {
        return TestCall.of(INFO).stage(STATUS).job(job);
    }

    void sampleStatus(int rate) {
        use(SamplingRules.stages(Map.of(STATUS, rate)));
    }

    void use(SamplingRules rules) {
        gate.use(new GateRules(Map.of(), PathRules.NONE, rules));
    }
}
