package io.pixsim.logging.benchmarks.delivery;

import static io.pixsim.logging.benchmarks.delivery.Contestant.PIXSIM;
import static io.pixsim.logging.benchmarks.delivery.Contestant.PIXSIM_GZIP;
import static io.pixsim.logging.benchmarks.delivery.Contestant.PIXSIM_IN_FLIGHT;

import java.util.ArrayList;
import java.util.List;

/** The goals of the issue, each beside what was measured in the same run. */
final class DeliveryGoals {

    private static final double QUEUE_MEBIBYTES = 8;
    private static final double HEAP_MARGIN = 8;

    private final Results results;
    private final List<DeliveryGoal> all = new ArrayList<>();

    private DeliveryGoals(Results results) {
        this.results = results;
    }

    static List<DeliveryGoal> of(Results results) {
        DeliveryGoals goals = new DeliveryGoals(results);
        goals.callers();
        goals.rates();
        goals.losses();
        goals.memory();
        return goals.all;
    }

    private void callers() {
        Figures ours = results.of(Part.LATENCY, PIXSIM);
        for (String state : LatencyTrial.STATES) {
            all.add(DeliveryGoal.atMost(
                    "caller p50 over no-op, endpoint " + state, ours.get(state + ".over"), 40, " ns"));
            all.add(DeliveryGoal.atMost(
                    "caller p99.9 over no-op, endpoint " + state,
                    ours.get(state + ".p99.9") / ours.get(LatencyTrial.IDLE + state + ".p99.9"),
                    1.5,
                    " ×"));
            all.add(DeliveryGoal.atMost(
                    "allocated over no-op, endpoint " + state,
                    Math.rint(ours.get(state + ".bytes") - ours.get(LatencyTrial.IDLE + state + ".bytes")),
                    64,
                    " B"));
        }
    }

    private void rates() {
        Contestant plain = results.fastestPeer(false);
        Contestant packed = results.fastestPeer(true);
        Figures ours = results.of(Part.RATE, PIXSIM);
        Figures gzipped = results.of(Part.RATE, PIXSIM_GZIP);
        all.add(DeliveryGoal.atLeast(
                "lossless rate, plain, of " + plain.title(), ours.get("rate") / rate(plain), 1.7, " ×"));
        all.add(DeliveryGoal.atMost("CPU seconds per million, plain", ours.get("cpu"), 1.6, " s"));
        all.add(DeliveryGoal.atLeast(
                "lossless rate, gzipped, of " + packed.title(), gzipped.get("rate") / rate(packed), 9, " ×"));
        all.add(DeliveryGoal.atMost("bytes per event on the wire, gzipped", gzipped.get("wire"), 25, " B"));
        for (Contestant each : List.of(PIXSIM, PIXSIM_IN_FLIGHT)) {
            all.add(DeliveryGoal.atLeast(
                    "lossless rate, 25 ms per request, " + each.title(),
                    results.of(Part.RATE_SLOW, each).get("rate"),
                    300_000,
                    " /s"));
        }
    }

    private double rate(Contestant contestant) {
        return results.of(Part.RATE, contestant).get("rate");
    }

    private void losses() {
        all.add(none("lost, burst of 50,000 and stop", Part.BURST, "lost"));
        all.add(none("innocent lost, one poisoned event", Part.POISON, "lost"));
        all.add(none("lost, one answer lost", Part.LOST_ANSWER, "lost"));
        all.add(none("twice at a receiver that looks at ids, one answer lost", Part.LOST_ANSWER, "twice"));
        Figures retry = results.of(Part.RETRY_AFTER, PIXSIM);
        all.add(DeliveryGoal.atMost("requests in 10 s of `Retry-After: 3`", retry.get("requests"), 4, ""));
        all.add(DeliveryGoal.atMost("all delivered after recovery", retry.get("recovery"), 2, " s"));
    }

    private DeliveryGoal none(String what, Part part, String figure) {
        return DeliveryGoal.atMost(what, results.of(part, PIXSIM).get(figure), 0, "");
    }

    private void memory() {
        for (Part part : List.of(Part.HEAP_DOWN, Part.HEAP_BLAST)) {
            Figures ours = results.of(part, PIXSIM);
            String when = part == Part.HEAP_DOWN ? ", endpoint down" : ", full blast";
            all.add(DeliveryGoal.atMost(
                    "heap after collection" + when, ours.get("heap"), QUEUE_MEBIBYTES + HEAP_MARGIN, " MiB"));
            all.add(DeliveryGoal.atMost(
                    "shutdown with a deadline of 2 s" + when,
                    ours.get("stop"),
                    (double) HeapTrial.DEADLINE.toMillis(),
                    " ms"));
            all.add(none("not accounted for" + when, part, "unaccounted"));
        }
    }
}
