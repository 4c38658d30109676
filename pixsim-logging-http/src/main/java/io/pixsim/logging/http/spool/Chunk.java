package io.pixsim.logging.http.spool;

import java.util.List;

/** Records that were read in a row: events with their numbers, and where the next ones begin. */
public final class Chunk {

    private final String origin;
    private final long[] numbers;
    private final List<byte[]> events;
    private final Position end;

    Chunk(String origin, long[] numbers, List<byte[]> events, Position end) {
        this.origin = origin;
        this.numbers = numbers;
        this.events = events;
        this.end = end;
    }

    /**
     * Who numbered the events.
     *
     * @return the origin
     */
    public String origin() {
        return origin;
    }

    /**
     * The events' numbers.
     *
     * @return not to be changed
     */
    public long[] numbers() {
        return numbers;
    }

    /**
     * The events.
     *
     * @return not to be changed
     */
    public List<byte[]> events() {
        return events;
    }

    /**
     * Where the next ones begin: what is to be acknowledged once all of these are settled.
     *
     * @return the position
     */
    public Position end() {
        return end;
    }
}
