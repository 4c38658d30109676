package io.pixsim.logging.collector.store;

import java.util.List;

import io.pixsim.logging.collector.entry.LogEntry;
import org.jspecify.annotations.Nullable;

/**
 * Entries, and whether there are more behind them. There may be fewer than were asked for although there are more: a page
 * ends where it gets too large to be held in memory.
 *
 * @param entries the entries, in the order asked for
 * @param hasMore whether there are more
 */
public record EntryPage(List<LogEntry> entries, boolean hasMore) {

    /** A copy that nobody changes. */
    public EntryPage {
        entries = List.copyOf(entries);
    }

    /** Where the next page begins, or null when this is the last. */
    public @Nullable Position next() {
        return hasMore && !entries.isEmpty() ? Position.of(entries.get(entries.size() - 1)) : null;
    }
}
