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
     * @param events the events, as text; empty when there are none
     * @param hasMore whether there are more already
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    public record News(long before, byte[] events, boolean hasMore) {}

    /** What is new since the last call. */
    public News next() throws StoreException {
        long before = lastId;
        long newest = store.lastId();
        if (newest <= before) {
            return new News(before, new byte[0], false);
        }
        EntryPage page = store.query(new EntryQuery(filter, Order.ARRIVAL, Position.afterId(before), 0, PAGE));
        ByteArrayOutputStream events = new ByteArrayOutputStream();
        for (LogEntry entry : page.entries()) {
            events.writeBytes(("id: " + entry.id() + "\ndata: ").getBytes(StandardCharsets.US_ASCII));
            events.writeBytes(EntryJson.bytes(entry));
            events.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
            lastId = entry.id();
        }
        if (!page.hasMore()) {
            lastId = Math.max(lastId, newest);
        }
        return new News(before, events.toByteArray(), page.hasMore());
    }
}
