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

    /** A client that makes up a stage for each event would fill the memory. */
    static final int MAX_STAGES = 1_000;

    private final Statistics.Request request;
    private final NavigableMap<Long, Map<Severity, Long>> buckets = new TreeMap<>();
    private final Map<Column, Map<String, Long>> counts = new EnumMap<>(Column.class);
    private final Map<String, StageDurations> durations = new HashMap<>();

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
        StageDurations ofStage = durations(stage);
        if (ofStage != null) {
            ofStage.add(millis, entries);
        }
    }

    /** Adds durations that were counted. */
    void addDurations(String stage, BucketCounts counted) {
        StageDurations ofStage = durations(stage);
        if (ofStage != null) {
            ofStage.counted().addAll(counted);
        }
    }

    /** Those of a stage; null when there are too many stages. */
    private @Nullable StageDurations durations(String stage) {
        StageDurations known = durations.get(stage);
        if (known != null || durations.size() >= MAX_STAGES) {
            return known;
        }
        StageDurations begun = new StageDurations();
        durations.put(stage, begun);
        return begun;
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
        Map<String, Statistics.Durations> byStage = new LinkedHashMap<>();
        new TreeMap<>(durations).forEach((stage, times) -> byStage.put(stage, times.summary()));
        return new Statistics(buckets, counts, byStage);
    }
}
