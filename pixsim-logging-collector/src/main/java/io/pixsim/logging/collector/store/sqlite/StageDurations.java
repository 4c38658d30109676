package io.pixsim.logging.collector.store.sqlite;

import java.util.NavigableMap;
import java.util.TreeMap;

import io.pixsim.logging.collector.store.Statistics;

/** How long one stage took, and how often; those that were counted by their buckets. Used by one thread. */
final class StageDurations {

    private final NavigableMap<Long, Long> times = new TreeMap<>();
    private final BucketCounts counted = new BucketCounts();

    void add(long millis, long entries) {
        times.merge(millis, entries, Long::sum);
    }

    /** Those that were counted. */
    BucketCounts counted() {
        return counted;
    }

    Statistics.Durations summary() {
        NavigableMap<Long, Long> all = new TreeMap<>(times);
        counted.each((bucket, entries) -> all.merge(DurationBuckets.millis(bucket), entries, Long::sum));
        return Statistics.Durations.of(all);
    }
}
