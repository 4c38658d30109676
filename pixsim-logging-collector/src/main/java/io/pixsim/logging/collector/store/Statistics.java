package io.pixsim.logging.collector.store;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;

/**
 * Counts of the entries of a time.
 *
 * @param buckets by the time that each begins at, in microseconds: how many entries of each severity; without empty ones
 * @param counts by column: how many entries hold which value
 * @param durations by stage: how long it took
 */
public record Statistics(
        Map<Long, Map<Severity, Long>> buckets,
        Map<Column, Map<String, Long>> counts,
        Map<String, Durations> durations) {

    /**
     * How long a stage took, in milliseconds: each is a duration that one of the entries tells; from 128 on, a store may be
     * off by a hundredth.
     *
     * @param count how many entries tell a duration
     * @param p50 half of them took no longer
     * @param p95 95 of a hundred took no longer
     */
    public record Durations(long count, long p50, long p95) {

        /**
         * What durations come to.
         *
         * @param times how many entries tell which duration; at least one
         */
        public static Durations of(NavigableMap<Long, Long> times) {
            long count = times.values().stream().mapToLong(Long::longValue).sum();
            return new Durations(count, percentile(times, count, 50), percentile(times, count, 95));
        }

        /** The smallest duration that so many of a hundred do not exceed. */
        private static long percentile(NavigableMap<Long, Long> times, long count, int percent) {
            long rank = (count * percent + 99) / 100;
            long seen = 0;
            for (Map.Entry<Long, Long> time : times.entrySet()) {
                seen += time.getValue();
                if (seen >= rank) {
                    return time.getKey();
                }
            }
            return times.lastKey();
        }
    }

    /**
     * What is to be counted.
     *
     * @param filter which entries; with a first and a last time
     * @param bucketMicros how much time a bucket covers, in microseconds
     * @param columns what is counted by value
     */
    public record Request(EntryFilter filter, long bucketMicros, List<Column> columns) {}
}
