package io.pixsim.logging.benchmarks.collector;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param stored how many entries are asked about
 * @param ingest how long each way of sending is measured
 * @param asked how often each question is asked
 * @param arrivals how many events each viewer waits for
 */
record Effort(int stored, Duration ingest, int asked, int arrivals) {

    private static final int USUAL_ENTRIES = 1_000_000;
    private static final int SECONDS = 12;
    private static final int ASKED = 200;
    private static final int ARRIVALS = 200;

    /** A million entries, or as many as {@code benchmarks.entries} says. */
    static Effort told() {
        String entries = System.getProperty("benchmarks.entries", "");
        return new Effort(
                entries.isEmpty() ? USUAL_ENTRIES : Integer.parseInt(entries),
                Duration.ofSeconds(SECONDS),
                ASKED,
                ARRIVALS);
    }
}
