package io.pixsim.logging.collector.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Search;
import org.jspecify.annotations.Nullable;

/**
 * Makes blocks of entries that come one after the other: few enough that to read them all takes little time, many enough that what
 * they have in common takes little room. Used by one thread.
 */
final class BlockBuilder {

    static final int MAX_ENTRIES = 4_096;
    private static final int MAX_CHARACTERS = 1 << 20;

    /** What {@link #add(ResultSet)} reads of an entry. */
    static final String COLUMNS = "id, ts, " + String.join(", ", SearchCondition.TEXTS) + ", extra";

    private static final Column[] TEXTS = Search.COLUMNS.toArray(new Column[0]);
    private static final int FIRST_TEXT = 3;

    private final ThreesFilter threes = new ThreesFilter();
    private Extent extent = none(1);
    private int characters;

    private static Extent none(long firstId) {
        return new Extent(firstId, firstId - 1, Long.MAX_VALUE, Long.MIN_VALUE);
    }

    /** Adds an entry that gets an id; true when the block is full. */
    boolean add(LogEntry entry, long id) {
        for (Column column : TEXTS) {
            add((String) entry.get(column));
        }
        add(entry.extra());
        return end(id, entry.micros());
    }

    /** Adds an entry of the file. */
    boolean add(ResultSet row) throws SQLException {
        for (int i = 0; i <= TEXTS.length; i++) {
            add(row.getString(FIRST_TEXT + i));
        }
        return end(row.getLong(1), row.getLong(2));
    }

    private void add(@Nullable String text) {
        if (text != null) {
            threes.add(text);
            characters += text.length();
        }
    }

    private boolean end(long id, long micros) {
        extent = (extent.isEmpty() ? none(id) : extent).with(id, micros);
        return id - extent.firstId() + 1 >= MAX_ENTRIES || characters >= MAX_CHARACTERS;
    }

    boolean isEmpty() {
        return extent.isEmpty();
    }

    /** The block of what was added since the last one. */
    Blocks.Told take() {
        Blocks.Told block = new Blocks.Told(extent, threes.packed());
        threes.clear();
        extent = none(1);
        characters = 0;
        return block;
    }
}
