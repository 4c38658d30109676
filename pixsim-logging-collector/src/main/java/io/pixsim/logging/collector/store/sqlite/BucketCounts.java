package io.pixsim.logging.collector.store.sqlite;

import java.io.ByteArrayOutputStream;

/**
 * How often each bucket of durations occurred. As bytes it is the step from one bucket to the next and the count of it, in turn, seven
 * bits to a byte, the lowest first. Used by one thread as long as it changes.
 */
final class BucketCounts {

    private static final int ROW = 64;
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    /** In rows, most of which nothing needs: a count is found at once, and in little memory. */
    private final long[][] rows = new long[(DurationBuckets.COUNT + ROW - 1) / ROW][];

    /** What is told of each bucket that occurred, the shortest durations first. */
    interface Each {

        void count(int bucket, long entries);
    }

    void add(int bucket, long entries) {
        row(bucket / ROW)[bucket % ROW] += entries;
    }

    private long[] row(int number) {
        long[] row = rows[number];
        if (row == null) {
            row = new long[ROW];
            rows[number] = row;
        }
        return row;
    }

    void addAll(BucketCounts other) {
        for (int number = 0; number < rows.length; number++) {
            long[] from = other.rows[number];
            if (from != null) {
                long[] to = row(number);
                for (int i = 0; i < ROW; i++) {
                    to[i] += from[i];
                }
            }
        }
    }

    void each(Each reading) {
        for (int number = 0; number < rows.length; number++) {
            long[] row = rows[number];
            for (int i = 0; row != null && i < ROW; i++) {
                if (row[i] > 0) {
                    reading.count(number * ROW + i, row[i]);
                }
            }
        }
    }

    byte[] packed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int[] last = {0};
        each((bucket, entries) -> {
            write(bytes, bucket - last[0]);
            write(bytes, entries);
            last[0] = bucket;
        });
        return bytes.toByteArray();
    }

    private static void write(ByteArrayOutputStream bytes, long number) {
        long rest = number;
        while (rest >= MORE) {
            bytes.write((int) (rest % MORE) | MORE);
            rest >>>= BITS;
        }
        bytes.write((int) rest);
    }

    void addPacked(byte[] packed) {
        int bucket = 0;
        long number = 0;
        int shift = 0;
        boolean isStep = true;
        for (byte part : packed) {
            number |= (long) (part & (MORE - 1)) << shift;
            shift += BITS;
            if (part < 0) {
                continue;
            }
            if (isStep) {
                bucket += (int) number;
            } else {
                add(bucket, number);
            }
            isStep = !isStep;
            number = 0;
            shift = 0;
        }
    }
}
