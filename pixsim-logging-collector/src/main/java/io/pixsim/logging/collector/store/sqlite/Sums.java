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
import io.pixsim.logging.collector.store.Statistics;
import org.jspecify.annotations.Nullable;

/** What has been added up for one question. Used by one thread. */
final class Sums {

    private final Statistics.Request request;
    private final NavigableMap<Long, Map<Severity, Long>> buckets = new TreeMap<>();
    private final Map<Column, Map<String, Long>> counts = new EnumMap<>(Column.class);
    private final NavigableMap<String, NavigableMap<Long, Long>> durations = new TreeMap<>();

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

    /** Adds a whole file of which all is counted. */
    void add(DayCounts day, KindFilter filter) {
        Map<Integer, Long> byKind = new HashMap<>();
        for (DayCounts.Count count : day.hours()) {
            Kind kind = day.kinds().get(count.kind());
            if (kind != null && filter.test(kind)) {
                long micros = count.place() * Tally.HOUR;
                addBucket(micros - micros % bucketMicros(), kind.severity(), count.entries());
                byKind.merge(count.kind(), (long) count.entries(), Long::sum);
            }
        }
        byKind.forEach((number, entries) -> addKind(day.kinds().get(number), entries));
        for (DayCounts.Count count : day.durations()) {
            Kind kind = day.kinds().get(count.kind());
            if (kind != null && kind.stage() != null && filter.test(kind)) {
                addDuration(kind.stage(), DurationBuckets.millis((int) count.place()), count.entries());
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
