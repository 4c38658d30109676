package io.pixsim.logging.gate;

import static io.pixsim.logging.catalog.Severity.INFO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.gate.GateRules.SamplingRules;

/** A gate that tells of ended jobs, what it has told, and calls of job 1. */
abstract class JobEndFixture {

    final ManualClock clock = new ManualClock();
    final Gate gate = new Gate(clock, InstantSource.system());
    final List<Notice> told = new ArrayList<>();

    JobEndFixture() {
        use(SamplingRules.NONE);
    }

    final void use(SamplingRules rules) {
        gate.use(new GateRules(Map.of(), PathRules.NONE, rules, true));
    }

    final void log(TestCall call) {
        told.addAll(gate.decide(call, true).notices());
    }

    static TestCall in(String stage) {
        return TestCall.of(INFO).job("1").stage(stage).inScope();
    }

    static TestCall outside(String stage) {
        return TestCall.of(INFO).job("1").stage(stage);
    }

    static TestCall other() {
        return TestCall.of(INFO);
    }

    static Notice.Summary summary(List<Notice> notices) {
        assertThat(notices).hasSize(1);
        Notice.Summary summary = ((Notice.JobEnd) notices.get(0)).summary();
        assertThat(summary).isNotNull();
        return summary;
    }
}
