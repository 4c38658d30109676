package io.pixsim.logging.http.spool;

/**
 * A place in the segments of one origin, between two records.
 *
 * @param segment which segment
 * @param offset bytes from its beginning
 */
public record Position(int segment, long offset) implements Comparable<Position> {

    static final Position START = new Position(0, SegmentFormat.HEADER_BYTES);

    @Override
    public int compareTo(Position other) {
        return segment != other.segment ? Integer.compare(segment, other.segment) : Long.compare(offset, other.offset);
    }
}
