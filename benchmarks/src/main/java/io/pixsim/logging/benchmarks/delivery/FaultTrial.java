package io.pixsim.logging.benchmarks.delivery;

import java.time.Duration;

import io.pixsim.logging.diagnostics.DeliveryStats;

/** So many events with the defaults, then a stop: what is lost, and what comes twice. */
final class FaultTrial implements Trial {

    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final long PATIENCE_MILLIS = 3_000;

    private final Behaviour behaviour;
    private final int events;

    FaultTrial(Behaviour behaviour, int events) {
        this.behaviour = behaviour;
        this.events = events;
    }

    @Override
    public void run(Setting setting, Figures figures) throws Exception {
        setting.sink().begin(behaviour);
        Candidate candidate = Candidate.start(setting.contestant(), setting.ports(), false);
        Calls calls = new Calls();
        boolean poisoned = behaviour == Behaviour.POISONED;
        for (int i = 0; i < events; i++) {
            calls.log(poisoned && i == events / 2 ? Behaviour.POISON : "submission_accepted");
        }
        candidate.stop(DEADLINE);
        SinkStatus status = setting.sink().awaitQuiet(PATIENCE_MILLIS);
        long innocent = poisoned ? events - 1 : events;
        figures.put("lost", innocent - status.distinct());
        figures.put("twice", status.more());
        DeliveryStats stats = candidate.stats();
        if (stats != null) {
            long counted = stats.deadLettered() + Accounts.dropped(stats);
            figures.put("unaccounted", events - status.distinct() - counted);
        }
    }
}
