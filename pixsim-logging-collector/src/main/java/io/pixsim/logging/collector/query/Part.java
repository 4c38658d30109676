package io.pixsim.logging.collector.query;

import java.io.ByteArrayOutputStream;

import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.StoreException;

/**
 * One part of a long answer after another, each of bounded size: a thousand clients that read slowly hold a part each. A text
 * that is larger than a part goes into several, and has to be made again for each; meanwhile nothing of it is held but whose
 * it is and how much was given. Used by one thread at a time.
 */
final class Part {

    /** Large enough that little is asked for twice, small enough for a thousand. */
    static final int MOST_BYTES = 64 << 10;

    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int given;
    private long idWithin;

    /** Adds what is short. */
    void add(byte[] text) {
        bytes.writeBytes(text);
    }

    /**
     * Adds the text of an entry, or what there is room for.
     *
     * @param id the entry's
     * @param text the text, the same each time
     * @return whether it was given to its end; otherwise the part is full, and the same text is to be added to the next one
     */
    boolean addEntry(long id, byte[] text) {
        int left = text.length - given;
        int room = Math.max(0, MOST_BYTES - bytes.size());
        if (left > room && bytes.size() > 0) {
            return false;
        }
        int now = Math.min(left, room);
        bytes.write(text, given, now);
        given = now < left ? given + now : 0;
        idWithin = id;
        return given == 0;
    }

    /** How many entries make a part, going by those that are in this one. */
    int wouldFit(int added) {
        return Math.max(1, (int) ((long) added * MOST_BYTES / Math.max(1, bytes.size())));
    }

    /** Whether the last text was given in part. */
    boolean isWithinEntry() {
        return given > 0;
    }

    /** The entry whose text was given in part. */
    LogEntry entryWithin(LogStore store) throws StoreException {
        return again(store, idWithin);
    }

    /** An entry that was there when the answer began. */
    static LogEntry again(LogStore store, long id) throws StoreException {
        return store.find(id).orElseThrow(() -> new StoreException("entry " + id + " is gone, and half was told"));
    }

    boolean isEmpty() {
        return bytes.size() == 0;
    }

    /** Gives the part, keeps no room for it, and begins the next one. */
    byte[] take() {
        byte[] part = bytes.toByteArray();
        bytes = new ByteArrayOutputStream();
        return part;
    }
}
