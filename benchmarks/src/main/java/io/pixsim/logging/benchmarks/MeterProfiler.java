package io.pixsim.logging.benchmarks;

import java.util.Collection;
import java.util.List;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** Puts what {@link Meter} read beside JMH's own result of each iteration. Made by JMH. */
public final class MeterProfiler implements InternalProfiler {

    static final String CPU = "cpu";
    static final String GARBAGE = "garbage";

    private Meter.Reading before = Meter.read();

    /** Made by JMH in each JVM that it starts. */
    public MeterProfiler() {}

    @Override
    public String getDescription() {
        return "CPU time and garbage per event";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = Meter.read();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        Meter.Reading now = Meter.read();
        double events = Math.max(1, now.events() - before.events());
        return List.of(
                new ScalarResult(CPU, (now.cpuNanos() - before.cpuNanos()) / events, "ns/op", AggregationPolicy.AVG),
                new ScalarResult(GARBAGE, (now.bytes() - before.bytes()) / events, "B/op", AggregationPolicy.AVG));
    }
}
