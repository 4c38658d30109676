package io.pixsim.logging.collector.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.EntryPage;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.Order;
import io.pixsim.logging.collector.store.Position;
import io.pixsim.logging.collector.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * An entry and what stands around it, oldest first, part by part. What stands before it is looked for from the entry backwards
 * and told forwards: between the parts no more is kept of that than ids, so what is stored meanwhile is not among it.
 */
final class ContextChunks implements Chunks {

    private static final int MOST_READ = 256;
    private static final EntryPage NOTHING = new EntryPage(List.of(), false);

    private final LogStore store;
    private final long id;
    private final EntryFilter filter;
    private final int before;
    private final int after;
    private final Part part = new Part();
    private final Deque<Section> left = new ArrayDeque<>();
    private @Nullable LogEntry entry; // as long as the first part is made
    private boolean begun;

    ContextChunks(LogStore store, long id, EntryFilter filter, int before, int after) {
        this.store = store;
        this.id = id;
        this.filter = filter;
        this.before = before;
        this.after = after;
    }

    /** What is told one after another. */
    private interface Section {

        /** Adds what the part has room for; gives whether that was the last of it. */
        boolean fill() throws StoreException;
    }

    /** A member of the answer that is a list. */
    private record Members(String begin, @Nullable Set<Long> ids, String end) implements EntryChunks.Layout {

        @Override
        public String between() {
            return ",";
        }

        @Override
        public byte[] entry(LogEntry entry) {
            return EntryJson.bytes(entry);
        }

        @Override
        public boolean takes(LogEntry entry) {
            return ids == null || ids.contains(entry.id());
        }

        @Override
        public String end(long entries, @Nullable Position next) {
            return end;
        }
    }

    @Override
    public byte[] next() throws StoreException {
        if (!begun) {
            begin();
        }
        do {
            while (!left.isEmpty() && left.element().fill()) {
                left.remove();
            }
        } while (part.isEmpty() && !left.isEmpty());
        entry = null;
        return part.take();
    }

    @Override
    public boolean isDone() {
        return begun && left.isEmpty();
    }

    private void begin() throws StoreException {
        LogEntry found = store.find(id).orElseThrow(() -> new UnknownEntryException(id));
        entry = found;
        Position place = Position.of(found);
        EntryQuery later = new EntryQuery(filter, Order.OLDEST_FIRST, place, 0, MOST_READ);
        Members members = new Members(",\"after\":[", null, "]}");
        left.add(before(place)::fill);
        left.add(this::fillEntry);
        left.add(new EntryChunks(store, later, after, members, part, after == 0 ? NOTHING : null)::fill);
        begun = true;
    }

    private boolean fillEntry() throws StoreException {
        LogEntry found = entry == null ? Part.again(store, id) : entry;
        return part.addEntry(id, EntryJson.bytes(found));
    }

    private EntryChunks before(Position place) throws StoreException {
        Set<Long> ids = new HashSet<>();
        Position first = place;
        EntryPage page = NOTHING;
        EntryQuery query = new EntryQuery(filter, Order.NEWEST_FIRST, place, 0, MOST_READ);
        while (ids.size() < before) {
            page = store.query(query.limitedTo(Math.min(MOST_READ, before - ids.size())));
            for (LogEntry earlier : page.entries()) {
                ids.add(earlier.id());
                first = Position.of(earlier);
            }
            if (page.next() == null) {
                break;
            }
            query = query.after(page.next());
        }
        EntryFilter upToPlace = filter.toBuilder()
                .toMicros(Math.min(filter.toMicros(), place.micros()))
                .build();
        EntryQuery forwards = new EntryQuery(
                upToPlace, Order.OLDEST_FIRST, new Position(first.micros(), first.id() - 1), 0, MOST_READ);
        boolean isAllRead = page.entries().size() == ids.size();
        return new EntryChunks(
                store,
                forwards,
                ids.size(),
                new Members("{\"before\":[", ids, "],\"entry\":"),
                part,
                isAllRead ? reversed(page) : null);
    }

    private static EntryPage reversed(EntryPage page) {
        List<LogEntry> entries = new ArrayList<>(page.entries());
        Collections.reverse(entries);
        return new EntryPage(entries, false);
    }
}
