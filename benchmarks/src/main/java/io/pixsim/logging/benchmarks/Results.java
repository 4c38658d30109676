package io.pixsim.logging.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rows of one scenario, and who is the measure in it. */
record Results(Scenario scenario, Verdicts verdicts, List<Row> rows) {

    static Results of(Scenario scenario, Verdicts verdicts, List<Row> all) {
        List<Row> rows = all.stream()
                .filter(row -> row.scenario() == scenario)
                .sorted(Comparator.comparingDouble(Row::cpu))
                .toList();
        return new Results(scenario, verdicts, rows);
    }

    Optional<Row> ours() {
        return row(Peer.PIXSIM);
    }

    Optional<Row> bound() {
        return row(Peer.BOUND);
    }

    /** The fastest peer that writes all of the event; on the newest JDK that is Penna, whatever it writes. */
    Optional<Row> rival() {
        if (scenario == Scenario.CALL_NEWEST) {
            return row(Peer.PENNA);
        }
        return rows.stream()
                .filter(row -> !row.peer().isOurs() && row.peer() != Peer.BOUND)
                .filter(row -> verdicts.of(row.peer(), scenario.event()).complete())
                .findFirst();
    }

    double timesRival(Row row) {
        return rival().map(rival -> row.cpu() / rival.cpu()).orElse(Double.NaN);
    }

    double timesBound(Row row) {
        return bound().map(bound -> row.cpu() / bound.cpu()).orElse(Double.NaN);
    }

    boolean isReached(Row ours) {
        return scenario.goal().isReached(timesRival(ours), timesBound(ours), ours);
    }

    private Optional<Row> row(Peer peer) {
        return rows.stream().filter(row -> row.peer() == peer).findFirst();
    }
}
