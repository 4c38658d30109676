package io.pixsim.logging.collector.store.sqlite;

import java.sql.SQLException;

import io.pixsim.logging.collector.entry.LogEntry;

/** What a day's file holds once the transaction commits, and what is kept of its entries beside their rows. */
final class DayTransaction {

    private final Tally tally;
    private final RecentIdsWriter ids;
    private final BlockWriter blocks;
    private Extent extent;

    DayTransaction(Extent before, Tally tally, RecentIdsWriter ids, BlockWriter blocks) {
        this.extent = before;
        this.tally = tally;
        this.ids = ids;
        this.blocks = blocks;
    }

    /** The id of the next entry. */
    long nextId() {
        return extent.lastId() + 1;
    }

    /** Takes down an entry whose row was stored under the next id. */
    void add(LogEntry entry) throws SQLException {
        long id = nextId();
        extent = extent.with(id, entry.micros());
        tally.add(entry, id);
        ids.add(entry, id);
        blocks.add(entry, id);
    }

    Extent extent() {
        return extent;
    }

    Tally tally() {
        return tally;
    }

    BlockWriter blocks() {
        return blocks;
    }
}
