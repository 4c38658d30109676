package io.pixsim.logging.collector.query;

import java.nio.charset.StandardCharsets;

import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.Position;
import io.pixsim.logging.collector.store.StoreException;
import org.jspecify.annotations.Nullable;

/** A page of a list: its entries, how many there are in all, and where the next page begins. */
final class PageLayout implements EntryChunks.Layout {

    static final long UNCOUNTED = -1;
    private static final long UNKNOWN = -1;

    private final LogStore store;
    private final EntryFilter filter;
    private final boolean isAfterCursor;
    private final int offset;
    private final int limit;
    private final long cap;
    private long counted = UNKNOWN;
    private @Nullable Position lookedUpTo;

    /** Entries are counted up to a cap, or not at all. */
    PageLayout(LogStore store, EntryFilter filter, boolean isAfterCursor, int offset, int limit, long cap) {
        this.store = store;
        this.filter = filter;
        this.isAfterCursor = isAfterCursor;
        this.offset = offset;
        this.limit = limit;
        this.cap = cap;
    }

    @Override
    public String begin() {
        return "{\"logs\":[";
    }

    @Override
    public String between() {
        return ",";
    }

    @Override
    public byte[] entry(LogEntry entry) {
        return EntryJson.bytes(entry);
    }

    /** Counting may take too long, which can be told only as long as nothing else was. */
    @Override
    public void goesOn() throws StoreException {
        if (cap != UNCOUNTED) {
            counted = count();
        }
    }

    @Override
    public void ranOutOfTime(Position place) {
        lookedUpTo = place;
    }

    @Override
    public String end(long entries, @Nullable Position next) throws StoreException {
        // Whoever wants no count is told what the page holds.
        long total = cap == UNCOUNTED ? entries : total(entries, next);
        byte[] members = Json.object(json -> {
            json.writeNumberField("total", cap == UNCOUNTED ? total : Math.min(total, cap));
            json.writeBooleanField("total_is_exact", total <= cap);
            json.writeNumberField("limit", limit);
            json.writeNumberField("offset", offset);
            Json.text(json, "next_cursor", Cursors.write(next));
            if (lookedUpTo != null) {
                json.writeStringField("searched_to", EntryTime.format(lookedUpTo.micros()));
            }
        });
        return "]," + new String(members, 1, members.length - 1, StandardCharsets.UTF_8);
    }

    /** A page that nothing comes after has been counted, unless it is behind a cursor or behind all entries. */
    private long total(long entries, @Nullable Position next) throws StoreException {
        if (counted != UNKNOWN) {
            return counted;
        }
        boolean isEnd = next == null && !isAfterCursor && (offset == 0 || entries > 0);
        return isEnd ? offset + entries : count();
    }

    private long count() throws StoreException {
        return store.count(filter, cap == Long.MAX_VALUE ? cap : cap + 1);
    }
}
