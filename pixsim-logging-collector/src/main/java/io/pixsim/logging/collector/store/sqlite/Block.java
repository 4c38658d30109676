package io.pixsim.logging.collector.store.sqlite;

/**
 * Entries of a day's file that came one after the other.
 *
 * @param extent which, and of which times
 * @param isTold whether the file tells which threes of characters they hold
 */
record Block(Extent extent, boolean isTold) {

    long entries() {
        return extent.lastId() - extent.firstId() + 1;
    }
}
