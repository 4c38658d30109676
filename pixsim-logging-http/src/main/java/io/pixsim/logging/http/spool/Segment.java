package io.pixsim.logging.http.spool;

import java.nio.file.Path;

/** One segment as its journal sees it: how many records it has, how far it was read. */
final class Segment {

    final int index;
    final Path file;
    final long firstNumber;
    long records;
    long read;
    long end;
    long readUpTo = SegmentFormat.HEADER_BYTES;
    long numberAfterRead;

    Segment(int index, Path file, long firstNumber) {
        this.index = index;
        this.file = file;
        this.firstNumber = firstNumber;
        this.numberAfterRead = firstNumber;
    }

    void grown(long events, long size) {
        records += events;
        end = size;
    }

    long unread() {
        return records - read;
    }

    /** All that can be read of it has been; what was written and is not among that is damaged. */
    long readToItsEnd() {
        long damaged = unread();
        read = records;
        return damaged;
    }
}
