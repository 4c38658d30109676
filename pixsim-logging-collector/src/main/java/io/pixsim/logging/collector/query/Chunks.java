package io.pixsim.logging.collector.query;

import io.pixsim.logging.collector.store.StoreException;

/** An answer in parts, each made when the one before it is on its way: however long it is, little of it is in memory. */
public interface Chunks {

    /**
     * The next part.
     *
     * @return bytes, none when there are no more
     */
    byte[] next() throws StoreException;

    /** Whether the last part was given; false when that is not known yet. */
    default boolean isDone() {
        return false;
    }

    /** Lets go of what is held for it; no part is asked for any more. */
    default void close() {}
}
