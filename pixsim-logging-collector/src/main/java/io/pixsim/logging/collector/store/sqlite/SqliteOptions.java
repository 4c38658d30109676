package io.pixsim.logging.collector.store.sqlite;

import java.time.Duration;

/**
 * The limits of a {@link SqliteStore}.
 *
 * @param maxWaitingEntries how many entries may wait to be written
 * @param maxWaitingSize how many characters they may have together, roughly
 * @param maxQueryTime how long a question may take
 */
public record SqliteOptions(int maxWaitingEntries, long maxWaitingSize, Duration maxQueryTime) {

    /** 50,000 entries, 64 Mi characters, ten seconds. */
    public static SqliteOptions standard() {
        return new SqliteOptions(50_000, 64L << 20, Duration.ofSeconds(10));
    }
}
