package io.pixsim.logging.http.spool;

import java.nio.file.Path;
import java.time.Instant;

/** One segment as its journal sees it: how many records it has, how far it was read. */
final class Segment {

    final int index;
    final Path file;
    final long firstNumber;
    long records;
    long read;
    long end;
    long readUpTo = SegmentFormat.HEADER_BYTES;
    /** Where the last event ends that somebody was given to send; zero when nobody was. */
    long handedOutUpTo;

    long numberAfterRead;
    Instant lastWritten;

    Segment(int index, Path file, long firstNumber, Instant lastWritten) {
        this.lastWritten = lastWritten;
        this.index = index;
        this.file = file;
        this.firstNumber = firstNumber;
        this.numberAfterRead = firstNumber;
    }

    void grown(long events, long size, Instant now) {
        lastWritten = now;
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
