package io.pixsim.logging.http.wire;

import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * Events that get their last bytes when they leave. A format that writes them as they are has them written to where they
 * go, without an array for each in between: at full load those copies were a quarter of what sending costs.
 */
public abstract class OutgoingEvents extends AbstractList<byte[]> implements RandomAccess {

    /** For those that know the last bytes. */
    protected OutgoingEvents() {}

    /**
     * How long all events are together, as {@link #write} writes them.
     *
     * @return bytes
     */
    public abstract long bytes();

    /**
     * Writes an event: the same bytes that {@link #get} gives, and blanks after one that is shorter than it was taken to be.
     *
     * @param index which event, from 0
     * @param out gets the bytes
     */
    public abstract void write(int index, WireBuffer out);
}
