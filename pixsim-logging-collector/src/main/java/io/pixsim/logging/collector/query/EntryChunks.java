package io.pixsim.logging.collector.query;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.EntryPage;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.Position;
import io.pixsim.logging.collector.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * All entries of a query, part by part, each small: the entries of a part are read when it is asked for, and those that have no
 * room in it once more for the next. What is stored meanwhile may be among them; none is there twice or left out.
 */
final class EntryChunks implements Chunks {

    /** Usual pages are read at once; of longer ones no more than once too many. */
    private static final int FIRST_READ = 256;

    private final LogStore store;
    private final Layout layout;
    private final int mostRead;
    private final long atMost;
    private final Part part;
    private EntryQuery query;
    private int toRead;
    private long written;
    private @Nullable EntryPage ahead;
    private boolean begun;
    private boolean ended;

    EntryChunks(LogStore store, EntryQuery query, long atMost, Layout layout) {
        this(store, query, atMost, layout, new Part(), null);
    }

    /**
     * Entries that share their parts with what stands before and behind them.
     *
     * @param ahead the first of them, where they were read before; null where not
     */
    EntryChunks(LogStore store, EntryQuery query, long atMost, Layout layout, Part part, @Nullable EntryPage ahead) {
        this.part = part;
        this.ahead = ahead;
        this.store = store;
        this.query = query;
        this.atMost = atMost;
        this.layout = layout;
        this.mostRead = query.limit();
        this.toRead = Math.min(mostRead, FIRST_READ);
    }

    /** How entries are put together. */
    interface Layout {

        String begin();

        String between();

        byte[] entry(LogEntry entry);

        /** Whether the entry is to be among them. */
        default boolean takes(LogEntry entry) {
            return true;
        }

        /**
         * What comes behind the last entry.
         *
         * @param entries how many there were
         * @param next where more of them would begin, or null when there are none
         */
        String end(long entries, @Nullable Position next) throws StoreException;

        /** Told when the query's patience ended; more entries may follow behind that place. */
        default void ranOutOfTime(Position lookedUpTo) {}

        /** Told when the answer has more than one part; what fails later can only cut it off. */
        default void goesOn() throws StoreException {}
    }

    @Override
    public byte[] next() throws StoreException {
        if (ended) {
            return new byte[0];
        }
        boolean isFirst = !begun;
        if (!fill() && isFirst) {
            layout.goesOn();
        }
        return part.take();
    }

    /** Adds what the part has room for, or less; gives whether that was the last of it. */
    boolean fill() throws StoreException {
        if (!begun) {
            part.add(utf8(layout.begin()));
            begun = true;
        }
        if (!part.isWithinEntry() || add(part.entryWithin(store))) {
            page();
        }
        return ended;
    }

    @Override
    public boolean isDone() {
        return ended;
    }

    private void page() throws StoreException {
        int limit = (int) Math.max(1, Math.min(toRead, atMost - written));
        EntryPage page = ahead != null ? ahead : store.query(query.limitedTo(limit));
        ahead = null;
        int added = 0;
        while (added < page.entries().size()
                && written < atMost
                && add(page.entries().get(added))) {
            added++;
        }
        toRead = Math.min(mostRead, part.wouldFit(added));
        boolean isWhole = added == page.entries().size();
        if (written == atMost) {
            end(isWhole && !page.hasMore() ? null : query.after());
        } else if (isWhole && page.next() == null) {
            end(null);
        } else if (isWhole && page.lookedUpTo() != null) {
            layout.ranOutOfTime(page.lookedUpTo());
            end(page.next());
        }
    }

    /** Whether the part has it, to its end. */
    private boolean add(LogEntry entry) {
        if (!layout.takes(entry)) {
            query = query.after(Position.of(entry));
            return true;
        }
        byte[] text = layout.entry(entry);
        boolean isWhole = part.addEntry(entry.id(), written == 0 ? text : joined(utf8(layout.between()), text));
        if (isWhole) {
            written++;
            query = query.after(Position.of(entry));
        }
        return isWhole;
    }

    private void end(@Nullable Position next) throws StoreException {
        ended = true;
        part.add(utf8(layout.end(written, next)));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
