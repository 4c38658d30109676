package io.pixsim.logging.http.queue;

/**
 * How full a queue was right after an event was admitted to it, in one number, so that telling it costs the caller
 * nothing: which event it was, counted from the start and modulo 2<sup>24</sup>, and the bytes that were held.
 */
public final class Fill {

    static final long FULL = -1;
    static final long CLOSED = -2;

    static final int POSITION_BITS = 24;
    static final int BYTES_BITS = 39;

    private static final long MOST_BYTES = (1L << BYTES_BITS) - 1;

    private Fill() {}

    /**
     * Whether so many events have been admitted since the start, this one included.
     *
     * @param fill what {@link EventQueue#offer} gave, not negative
     * @param events how many; not further away than 2<sup>23</sup>
     * @return true when this event was that one, or a later one
     */
    public static boolean hasReached(long fill, long events) {
        return distance((int) (fill >>> BYTES_BITS), events) >= 0;
    }

    /**
     * The bytes that were held, this event's included.
     *
     * @param fill what {@link EventQueue#offer} gave, not negative
     * @return the bytes
     */
    public static long bytes(long fill) {
        return fill & MOST_BYTES;
    }

    /** How far a position, of which only the last bits are known, lies behind another; negative when before it. */
    static int distance(int position, long other) {
        int shift = Integer.SIZE - POSITION_BITS;
        return (position - (int) other) << shift >> shift;
    }
}
