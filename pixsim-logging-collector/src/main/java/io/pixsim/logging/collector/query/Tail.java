package io.pixsim.logging.collector.query;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryPage;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.Position;
import io.pixsim.logging.collector.store.StoreException;

/**
 * What is new since a place, as server-sent events: each with its id, so that a client that comes back tells where it was. Used
 * by one thread at a time.
 */
public final class Tail {

    private static final int PAGE = 256;

    private final LogStore store;
    private final EntryFilter filter;
    private final Part part = new Part();
    private int toRead = PAGE;
    private long lastId;

    /** What comes after an id and a filter lets through. */
    public Tail(LogStore store, EntryFilter filter, long lastId) {
        this.store = store;
        this.filter = filter;
        this.lastId = lastId;
    }

    /**
     * Events.
     *
     * @param before the id up to which all was told before
     * @param isWithin whether they begin with the rest of an event: nothing may be told before that
     * @param events the events, as text; empty when there are none
     * @param hasMore whether there are more already
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    public record News(long before, boolean isWithin, byte[] events, boolean hasMore) {}

    /** What is new since the last call, or a part of it. */
    public News next() throws StoreException {
        long before = lastId;
        boolean isWithin = part.isWithinEntry();
        long newest = store.lastId();
        if (newest <= before) {
            return new News(before, false, new byte[0], false);
        }
        boolean hasMore = isWithin ? !add(part.entryWithin(store)) || newest > lastId : page(newest);
        return new News(before, isWithin, part.take(), hasMore);
    }

    /** Whether there are more behind what the part has room for. */
    private boolean page(long newest) throws StoreException {
        EntryPage page = store.query(new EntryQuery(filter, Order.ARRIVAL, Position.afterId(lastId), 0, toRead));
        int added = 0;
        while (added < page.entries().size() && add(page.entries().get(added))) {
            added++;
        }
        toRead = Math.min(PAGE, part.wouldFit(added));
        if (added < page.entries().size()) {
            return true;
        }
        if (!page.hasMore()) {
            lastId = Math.max(lastId, newest);
        }
        return page.hasMore();
    }

    /** Whether the part has it, to its end. */
    private boolean add(LogEntry entry) {
        boolean isWhole = part.addEntry(entry.id(), event(entry));
        if (isWhole) {
            lastId = entry.id();
        }
        return isWhole;
    }

    private static byte[] event(LogEntry entry) {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        event.writeBytes(("id: " + entry.id() + "\ndata: ").getBytes(StandardCharsets.US_ASCII));
        event.writeBytes(EntryJson.bytes(entry));
        event.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
        return event.toByteArray();
    }
}
