package io.pixsim.logging.collector.store.sqlite;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.Severities;
import io.pixsim.logging.collector.store.Statistics;
import org.jspecify.annotations.Nullable;

/** What has been added up for one question. Used by one thread. */
final class Sums {

    private final Statistics.Request request;
    private final NavigableMap<Long, Map<Severity, Long>> buckets = new TreeMap<>();
    private final Map<Column, Map<String, Long>> counts = new EnumMap<>(Column.class);
    private final NavigableMap<String, NavigableMap<Long, Long>> durations = new TreeMap<>();
    private final Map<String, long[]> bucketed = new HashMap<>();

    Sums(Statistics.Request request) {
        this.request = request;
        request.columns().forEach(column -> counts.put(column, new TreeMap<>()));
    }

    EntryFilter filter() {
        return request.filter();
    }

    List<Column> columns() {
        return request.columns();
    }

    long bucketMicros() {
        return request.bucketMicros();
    }

    /** Whether a bucket is made of whole hours. */
    boolean isInHours() {
        return request.bucketMicros() % Tally.HOUR == 0;
    }

    void addBucket(long begin, Severity severity, long entries) {
        buckets.computeIfAbsent(begin, none -> new EnumMap<>(Severity.class)).merge(severity, entries, Long::sum);
    }

    void addValue(Column column, @Nullable String value, long entries) {
        if (value != null) {
            counts.computeIfAbsent(column, none -> new TreeMap<>()).merge(value, entries, Long::sum);
        }
    }

    void addDuration(String stage, long millis, long entries) {
        durations.computeIfAbsent(stage, none -> new TreeMap<>()).merge(millis, entries, Long::sum);
    }

    /** Adds durations of a bucket. */
    void addDurations(String stage, int bucket, long entries) {
        long[] counts = bucketed.computeIfAbsent(stage, none -> new long[DurationBuckets.COUNT]);
        counts[bucket] += entries;
    }

    /** Adds an hour, by the code of a severity. */
    void addHour(long micros, long[] bySeverity) {
        for (Severity severity : Severity.values()) {
            long entries = bySeverity[Severities.code(severity)];
            if (entries > 0) {
                addBucket(micros - micros % bucketMicros(), severity, entries);
            }
        }
    }

    /** Adds the values of a kind. */
    void addKind(@Nullable Kind kind, long entries) {
        if (kind != null) {
            request.columns().forEach(column -> addValue(column, kind.get(column), entries));
        }
    }

    Statistics result() {
        bucketed.forEach((stage, entries) -> {
            for (int bucket = 0; bucket < entries.length; bucket++) {
                if (entries[bucket] > 0) {
                    addDuration(stage, DurationBuckets.millis(bucket), entries[bucket]);
                }
            }
        });
        Map<String, Statistics.Durations> byStage = new LinkedHashMap<>();
        durations.forEach((stage, times) -> byStage.put(stage, summary(times)));
        return new Statistics(buckets, counts, byStage);
    }

    private static Statistics.Durations summary(NavigableMap<Long, Long> times) {
        long count = times.values().stream().mapToLong(Long::longValue).sum();
        return new Statistics.Durations(count, percentile(times, count, 50), percentile(times, count, 95));
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
