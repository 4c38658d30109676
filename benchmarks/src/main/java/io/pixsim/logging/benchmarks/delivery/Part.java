package io.pixsim.logging.benchmarks.delivery;

import java.util.Arrays;
import java.util.List;

/** The parts of the benchmark. */
enum Part {
    LATENCY,
    RATE,
    RATE_SLOW,
    BURST,
    POISON,
    LOST_ANSWER,
    HEAP_DOWN,
    HEAP_BLAST,
    RETRY_AFTER;

    /** Who takes part. */
    List<Contestant> contestants() {
        return Arrays.stream(Contestant.values()).filter(this::suits).toList();
    }

    private boolean suits(Contestant contestant) {
        boolean variant = contestant.isOurs() && contestant != Contestant.PIXSIM;
        return switch (this) {
            case LATENCY -> contestant.isPeer() || contestant == Contestant.PIXSIM;
            case HEAP_DOWN, HEAP_BLAST -> !variant;
            case RATE -> contestant != Contestant.NOOP && contestant != Contestant.PIXSIM_IN_FLIGHT;
            case RATE_SLOW -> contestant == Contestant.PIXSIM || contestant == Contestant.PIXSIM_IN_FLIGHT;
            case BURST -> contestant.isPeer() || contestant == Contestant.PIXSIM;
            case POISON, LOST_ANSWER -> contestant.hearsAnswers() && !variant;
            case RETRY_AFTER -> contestant == Contestant.PIXSIM;
        };
    }

    /** In how many processes it is measured; what counts is the middle of what they found. */
    int processes() {
        return this == LATENCY ? 3 : 1;
    }

    Trial trial() {
        return switch (this) {
            case LATENCY -> new LatencyTrial();
            case RATE -> new RateTrial(Behaviour.GOOD);
            case RATE_SLOW -> new RateTrial(Behaviour.SLOW);
            case BURST -> new FaultTrial(Behaviour.GOOD, 50_000);
            case POISON -> new FaultTrial(Behaviour.POISONED, 5_000);
            case LOST_ANSWER -> new FaultTrial(Behaviour.SILENT_ONCE, 5_000);
            case HEAP_DOWN -> new HeapTrial(false);
            case HEAP_BLAST -> new HeapTrial(true);
            case RETRY_AFTER -> new RetryTrial();
        };
    }
}
