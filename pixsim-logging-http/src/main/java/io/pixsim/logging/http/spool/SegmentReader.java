package io.pixsim.logging.http.spool;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads records of one segment, from a place on. What is damaged is skipped: up to the next record that is as it was
 * written. A record that is there in part, at the end, is as if it had never been written.
 */
final class SegmentReader {

    private static final int LEAST_READ = 1 << 17;

    private final Path file;
    private final List<byte[]> events = new ArrayList<>();
    private long[] numbers = new long[64];
    private long bytes;

    SegmentReader(Path file) {
        this.file = file;
    }

    /**
     * Reads on.
     *
     * @return where the next record begins, or the end
     */
    long read(long from, long end, int maxEvents, long maxBytes) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long limit = Math.min(end, in.length());
            long at = from;
            long window = Math.max(LEAST_READ, maxBytes + SegmentFormat.RECORD_HEADER_BYTES);
            while (at < limit && events.size() < maxEvents && bytes < maxBytes) {
                byte[] read = new byte[(int) Math.min(window, limit - at)];
                in.seek(at);
                in.readFully(read);
                ByteBuffer buffer = ByteBuffer.wrap(read);
                int used = parse(buffer, at + buffer.limit() == limit, maxEvents, maxBytes);
                if (used == 0) {
                    if (!events.isEmpty()) {
                        break;
                    }
                    window *= 2;
                }
                at += used;
            }
            return at;
        }
    }

    /** Gives how many bytes are done with; zero when the next record is larger than the buffer, or than is wanted. */
    private int parse(ByteBuffer in, boolean isEnd, int maxEvents, long maxBytes) {
        int at = 0;
        while (at < in.limit() && events.size() < maxEvents) {
            int length = SegmentFormat.eventLength(in, at);
            boolean whole = length >= 0 && at + SegmentFormat.RECORD_HEADER_BYTES + length <= in.limit();
            if (whole && SegmentFormat.isIntact(in, at, length)) {
                if (!events.isEmpty() && bytes + length > maxBytes) {
                    return at;
                }
                add(in, at, length);
                at += SegmentFormat.RECORD_HEADER_BYTES + length;
                continue;
            }
            if (!whole && !isEnd && mayBeCutByTheBuffer(in, at, length)) {
                return at;
            }
            at = nextIntact(in, at + 1, isEnd);
        }
        return at;
    }

    private static boolean mayBeCutByTheBuffer(ByteBuffer in, int at, int length) {
        return length >= 0 || in.limit() - at < SegmentFormat.RECORD_HEADER_BYTES;
    }

    /** Where the next good record begins; the last bytes are left for the next buffer, since one may begin there. */
    private static int nextIntact(ByteBuffer in, int from, boolean isEnd) {
        for (int at = from; at <= in.limit() - SegmentFormat.RECORD_HEADER_BYTES; at++) {
            int length = SegmentFormat.eventLength(in, at);
            if (length < 0) {
                continue;
            }
            boolean whole = at + SegmentFormat.RECORD_HEADER_BYTES + length <= in.limit();
            if (whole ? SegmentFormat.isIntact(in, at, length) : !isEnd) {
                return at;
            }
        }
        return isEnd ? in.limit() : Math.max(from, in.limit() - SegmentFormat.RECORD_HEADER_BYTES + 1);
    }

    private void add(ByteBuffer in, int at, int length) {
        if (events.size() == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        numbers[events.size()] = SegmentFormat.number(in, at);
        byte[] event = new byte[length];
        in.get(at + SegmentFormat.RECORD_HEADER_BYTES, event);
        events.add(event);
        bytes += length;
    }

    long[] numbers() {
        return Arrays.copyOf(numbers, events.size());
    }

    List<byte[]> events() {
        return events;
    }
}
