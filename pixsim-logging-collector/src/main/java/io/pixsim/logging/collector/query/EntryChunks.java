package io.pixsim.logging.collector.query;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.EntryPage;
import io.pixsim.logging.collector.store.EntryQuery;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.Position;
import io.pixsim.logging.collector.store.StoreException;

/** All entries of a query, page by page. What is stored meanwhile may be among them; none is there twice or left out. */
final class EntryChunks implements Chunks {

    private final LogStore store;
    private final Layout layout;
    private final long atMost;
    private EntryQuery query;
    private long written;
    private boolean begun;
    private boolean ended;

    EntryChunks(LogStore store, EntryQuery query, long atMost, Layout layout) {
        this.store = store;
        this.query = query;
        this.atMost = atMost;
        this.layout = layout;
    }

    /** How entries are put together. */
    interface Layout {

        String begin();

        String between();

        byte[] entry(LogEntry entry);

        String end();
    }

    @Override
    public byte[] next() throws StoreException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        if (!begun) {
            begun = true;
            chunk.writeBytes(utf8(layout.begin()));
        }
        if (!ended) {
            page(chunk);
        }
        return chunk.toByteArray();
    }

    private void page(ByteArrayOutputStream chunk) throws StoreException {
        EntryPage page = store.query(query);
        for (LogEntry entry : page.entries()) {
            if (written == atMost) {
                break;
            }
            chunk.writeBytes(utf8(written == 0 ? "" : layout.between()));
            chunk.writeBytes(layout.entry(entry));
            written++;
        }
        Position next = page.next();
        if (next == null || written == atMost) {
            ended = true;
            chunk.writeBytes(utf8(layout.end()));
        } else {
            query = query.after(next);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
