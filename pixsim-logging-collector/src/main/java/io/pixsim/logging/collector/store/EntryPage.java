package io.pixsim.logging.collector.store;

import java.util.List;

import io.pixsim.logging.collector.entry.LogEntry;
import org.jspecify.annotations.Nullable;

/**
 * Entries, and whether there are more behind them. There may be fewer than were asked for although there are more: a page
 * ends where it gets too large to be held in memory, or where the patience of a query ended.
 *
 * @param entries the entries, in the order asked for
 * @param hasMore whether there are, or may be, more
 * @param lookedUpTo the place up to which all was looked at when the query's patience ended; null where it did not
 */
public record EntryPage(
        List<LogEntry> entries, boolean hasMore, @Nullable Position lookedUpTo) {

    /** A copy that nobody changes. */
    public EntryPage {
        entries = List.copyOf(entries);
    }

    /** A page for which there was time. */
    public EntryPage(List<LogEntry> entries, boolean hasMore) {
        this(entries, hasMore, null);
    }

    /** Where the next page begins, or null when this is the last. */
    public @Nullable Position next() {
        if (lookedUpTo != null) {
            return lookedUpTo;
        }
        return hasMore && !entries.isEmpty() ? Position.of(entries.get(entries.size() - 1)) : null;
    }
}
