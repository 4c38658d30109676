package io.pixsim.logging.benchmarks;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * What one peer took in one scenario, per event: the median of the iterations, since other work on the machine only adds.
 *
 * @param scenario what was measured
 * @param peer who was measured
 * @param cpu CPU time in nanoseconds
 * @param wall time in nanoseconds
 * @param garbage bytes allocated
 */
record Row(Scenario scenario, Peer peer, double cpu, double wall, double garbage) {

    static Row of(Scenario scenario, RunResult result) {
        String peer = result.getParams().getParam("peer");
        return new Row(
                scenario,
                peer == null ? Peer.PIXSIM : Peer.valueOf(peer),
                cpu(result),
                elapsed(result),
                secondary(result, MeterProfiler.GARBAGE));
    }

    /** Time in nanoseconds. */
    static double elapsed(RunResult result) {
        return median(iterations(result)
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .toArray());
    }

    /** CPU time in nanoseconds. */
    static double cpu(RunResult result) {
        return secondary(result, MeterProfiler.CPU);
    }

    private static double secondary(RunResult result, String name) {
        return median(iterations(result)
                .map(iteration ->
                        Objects.requireNonNull(iteration.getSecondaryResults().get(name), name))
                .mapToDouble(scalar -> scalar.getScore())
                .toArray());
    }

    private static Stream<IterationResult> iterations(RunResult result) {
        return result.getBenchmarkResults().stream().flatMap(fork -> fork.getIterationResults().stream());
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
