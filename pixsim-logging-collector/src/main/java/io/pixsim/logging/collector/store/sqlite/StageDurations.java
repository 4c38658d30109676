package io.pixsim.logging.collector.store.sqlite;

import java.util.NavigableMap;
import java.util.TreeMap;

import io.pixsim.logging.collector.store.Statistics;

/** How long one stage took, and how often; those that were counted by their buckets. Used by one thread. */
final class StageDurations {

    private static final int ROW = 64;

    private final NavigableMap<Long, Long> times = new TreeMap<>();
    /** In rows, most of which no stage needs: a sum is found at once, and in little memory. */
    private final long[][] rows = new long[(DurationBuckets.COUNT + ROW - 1) / ROW][];

    void add(long millis, long entries) {
        times.merge(millis, entries, Long::sum);
    }

    void addBucket(int bucket, long entries) {
        int number = bucket / ROW;
        long[] row = rows[number];
        if (row == null) {
            row = new long[ROW];
            rows[number] = row;
        }
        row[bucket % ROW] += entries;
    }

    Statistics.Durations summary() {
        NavigableMap<Long, Long> all = new TreeMap<>(times);
        for (int number = 0; number < rows.length; number++) {
            long[] row = rows[number];
            for (int i = 0; row != null && i < ROW; i++) {
                if (row[i] > 0) {
                    all.merge(DurationBuckets.millis(number * ROW + i), row[i], Long::sum);
                }
            }
        }
        return Statistics.Durations.of(all);
    }
}
