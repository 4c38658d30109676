package io.pixsim.logging.benchmarks.collector;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How much is measured.
 *
 * @param stored how many entries are asked about
 * @param data where they are kept for another run, if they are
 * @param ingest how long each way of sending is measured
 * @param asked how often each question is asked
 * @param arrivals how many events each viewer waits for
 */
record Effort(int stored, Optional<Path> data, Duration ingest, int asked, int arrivals) {

    private static final int USUAL_ENTRIES = 1_000_000;
    private static final int MOST_OF_PEERS = 600_000;
    private static final int SECONDS = 10;
    private static final int ASKED = 1000;
    private static final int ARRIVALS = 200;

    /** A million entries, or as many as {@code benchmarks.entries} says, in the folder that {@code benchmarks.data} names. */
    static Effort told() {
        String entries = System.getProperty("benchmarks.entries", "");
        String data = System.getProperty("benchmarks.data", "");
        return new Effort(
                entries.isEmpty() ? USUAL_ENTRIES : Integer.parseInt(entries),
                data.isEmpty() ? Optional.empty() : Optional.of(Path.of(data)),
                Duration.ofSeconds(SECONDS),
                ASKED,
                ARRIVALS);
    }

    /** How many entries the other stores are asked about: as many, but no more than all of them take in within a minute. */
    int ofPeers() {
        return Math.min(stored, MOST_OF_PEERS);
    }
}
