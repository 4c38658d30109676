package io.pixsim.logging.collector.store;

import java.util.List;

import io.pixsim.logging.collector.entry.LogEntry;
import org.jspecify.annotations.Nullable;

/**
 * Entries that came with one request.
 *
 * @param batchId what its sender calls the request in each try, and no other request; or null
 * @param entries the entries, in order
 */
public record Append(@Nullable String batchId, List<LogEntry> entries) {

    /** A copy that nobody changes. */
    public Append {
        entries = List.copyOf(entries);
    }

    /** How many characters it holds, roughly. */
    public long size() {
        return entries.stream().mapToLong(LogEntry::size).sum();
    }
}
