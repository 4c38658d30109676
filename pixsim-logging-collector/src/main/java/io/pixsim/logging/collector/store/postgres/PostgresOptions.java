package io.pixsim.logging.collector.store.postgres;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Where a {@link PostgresStore} is, and its limits.
 *
 * @param url the database
 * @param table the table of the entries: letters, digits and underscores, at most 40
 * @param maxWaitingEntries how many entries may wait to be written
 * @param maxWaitingSize how many characters they may have together, roughly
 * @param maxQueryTime how long a question may take
 */
public record PostgresOptions(
        DatabaseUrl url, String table, int maxWaitingEntries, long maxWaitingSize, Duration maxQueryTime) {

    /** The table of the Python backend, and of ours. */
    public static final String DEFAULT_TABLE = "log_entries";

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,39}");

    /** Checks the name of the table, which becomes part of statements. */
    public PostgresOptions {
        if (!NAME.matcher(table).matches()) {
            throw new IllegalArgumentException(
                    "table is not a name of small letters, digits and underscores: " + table);
        }
    }

    /** {@value #DEFAULT_TABLE}; 50,000 entries, 64 Mi characters, ten seconds. */
    public static PostgresOptions standard(DatabaseUrl url) {
        return new PostgresOptions(url, DEFAULT_TABLE, 50_000, 64L << 20, Duration.ofSeconds(10));
    }

    /** The same with another table. */
    public PostgresOptions withTable(String name) {
        return new PostgresOptions(url, name, maxWaitingEntries, maxWaitingSize, maxQueryTime);
    }
}
