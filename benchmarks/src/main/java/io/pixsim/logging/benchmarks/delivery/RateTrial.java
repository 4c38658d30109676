package io.pixsim.logging.benchmarks.delivery;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

import com.sun.management.OperatingSystemMXBean;
import io.pixsim.logging.diagnostics.DeliveryStats;
import org.jspecify.annotations.Nullable;

/**
 * The highest rate at which each event arrives. First at full blast, then at steps around what got through. The rate of a
 * step is what was logged by the time from the first call to the last arrival, so what is only buffered counts for nothing.
 */
final class RateTrial implements Trial {

    private static final long WARM_UP_MILLIS = 2_000;
    private static final long WARM_UP_RATE = 250_000;
    private static final long WARM_UP_EVENTS = 500_000;
    private static final long BLAST_MILLIS = 800;
    private static final double STEP_SECONDS = 1.0;
    private static final int STEPS = 8;
    private static final double UP = 1.12;
    private static final double DOWN = 0.87;
    /** Short of what was asked for by more than this, it can't keep up, and the rest only waited. */
    private static final double KEPT = 0.8;

    private static final long PATIENCE_MILLIS = 8_000;

    private final Behaviour behaviour;

    RateTrial(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    @Override
    public void run(Setting setting, Figures figures) throws Exception {
        setting.sink().begin(behaviour);
        Candidate candidate = Candidate.start(
                setting.contestant(), setting.ports(), !setting.contestant().keepsItsRoom());
        Calls calls = new Calls();
        calls.blast(WARM_UP_MILLIS);
        calls.pace(WARM_UP_RATE, WARM_UP_EVENTS);
        setting.sink().awaitQuiet(PATIENCE_MILLIS);
        Step blast = step(setting, candidate, calls, Double.POSITIVE_INFINITY);
        Step best = blast.lost == 0 ? blast : Step.NONE;
        double rate = blast.arrived;
        boolean failed = false;
        for (int i = 0; i < STEPS; i++) {
            Step step = step(setting, candidate, calls, rate);
            boolean kept = step.lost == 0 && step.arrived > KEPT * rate;
            best = step.lost == 0 && step.arrived > best.arrived ? step : best;
            // Once may be a stall of the machine.
            if (kept || failed) {
                rate *= kept ? UP : DOWN;
            }
            failed = !kept && !failed;
        }
        figures.put("rate", best.arrived);
        figures.put("cpu", best.cpuPerMillion);
        figures.put("wire", best.wire);
        checkFields(setting, figures);
    }

    /** Binary formats have the names as they are, too. */
    private static void checkFields(Setting setting, Figures figures) throws Exception {
        String sample = setting.sink().sample();
        int missing = 0;
        for (String field : Calls.FIELDS) {
            missing += sample.contains(field) ? 0 : 1;
        }
        figures.put("missing", missing);
    }

    private Step step(Setting setting, Candidate candidate, Calls calls, double rate) throws Exception {
        setting.sink().begin(behaviour);
        calls.restart();
        DeliveryStats before = candidate.stats();
        long start = System.nanoTime();
        long cpu = cpu();
        if (Double.isInfinite(rate)) {
            calls.blast(BLAST_MILLIS);
        } else {
            calls.pace((long) rate, (long) (rate * STEP_SECONDS));
        }
        SinkStatus status = setting.sink().awaitQuiet(PATIENCE_MILLIS);
        requireAccounts(before, candidate.stats(), calls.count(), status);
        double seconds = (status.lastNanos() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        double events = status.distinct();
        Step step = new Step(
                events / seconds,
                calls.count() - status.distinct(),
                (cpu() - cpu) / 1e9 / (events / 1e6),
                status.wireBytes() / events);
        System.out.printf(
                "step %s %s: asked %,.0f/s, logged %,d, lost %,d, %,.0f/s, %.2f CPU s per million, %.1f B, %d requests%n",
                setting.contestant(),
                behaviour,
                rate,
                calls.count(),
                step.lost,
                step.arrived,
                step.cpuPerMillion,
                step.wire,
                status.requests());
        return step;
    }

    /** What ours says of itself must be what the sink saw. */
    private static void requireAccounts(
            @Nullable DeliveryStats before, @Nullable DeliveryStats after, long logged, SinkStatus status) {
        if (before == null || after == null) {
            return;
        }
        long dropped = Accounts.dropped(after) - Accounts.dropped(before);
        if (logged != status.distinct() + dropped) {
            throw new IllegalStateException("unaccounted for: logged " + logged + ", arrived " + status + ", " + after);
        }
    }

    static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private record Step(double arrived, long lost, double cpuPerMillion, double wire) {
        static final Step NONE = new Step(0, 0, Double.NaN, Double.NaN);
    }
}
