package io.pixsim.logging.collector.query;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.collector.store.Statistics;
import io.pixsim.logging.collector.store.StoreException;

/** Questions about how many and how long. Safe for use by many threads. */
public final class Counts {

    private static final long DEFAULT_MICROS = TimeUnit.DAYS.toMicros(1);
    private static final int MAX_BUCKETS = 1000;
    private static final int USUAL_BUCKETS = 60;
    private static final List<Long> USUAL_SECONDS =
            List.of(1L, 5L, 10L, 30L, 60L, 300L, 600L, 1_800L, 3_600L, 10_800L, 21_600L, 43_200L, 86_400L, 604_800L);
    private static final List<Column> COLUMNS =
            List.of(Column.SERVICE, Column.STAGE, Column.PROVIDER_ID, Column.ERROR_TYPE);

    private final LogStore store;
    private final Clock clock;

    /** Questions to a store; the clock tells up to when, unless the client does. */
    public Counts(LogStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Counts over time by level, by field, and how long stages took; of the last day unless told. */
    public byte[] statistics(Parameters parameters) throws ParameterException, StoreException {
        long to = parameters.time("end_time").orElse(EntryTime.micros(clock.instant()));
        long from = parameters.time("start_time").orElse(Math.max(0, to - DEFAULT_MICROS));
        if (from > to) {
            throw new ParameterException("start_time", "start_time after end_time");
        }
        long seconds = interval(parameters, from, to);
        EntryFilter filter =
                parameters.filter().toBuilder().fromMicros(from).toMicros(to).build();
        Statistics statistics =
                store.statistics(new Statistics.Request(filter, TimeUnit.SECONDS.toMicros(seconds), COLUMNS));
        return Json.object(json -> {
            json.writeStringField("start_time", EntryTime.format(from));
            json.writeStringField("end_time", EntryTime.format(to));
            json.writeNumberField("interval_seconds", seconds);
            write(json, statistics);
        });
    }

    private static long interval(Parameters parameters, long from, long to) throws ParameterException {
        long span = TimeUnit.MICROSECONDS.toSeconds(to - from);
        long usual = USUAL_SECONDS.stream()
                .filter(seconds -> span / seconds <= USUAL_BUCKETS)
                .findFirst()
                .orElse(span / USUAL_BUCKETS);
        int seconds = parameters.number("interval_seconds", 1, Integer.MAX_VALUE, (int) usual);
        if (span / seconds > MAX_BUCKETS) {
            throw new ParameterException(
                    "interval_seconds", "more than " + MAX_BUCKETS + " intervals of " + seconds + " s");
        }
        return seconds;
    }

    private static void write(JsonGenerator json, Statistics statistics) throws IOException {
        long total =
                statistics.buckets().values().stream().mapToLong(Counts::sum).sum();
        json.writeNumberField("total", total);
        json.writeArrayFieldStart("buckets");
        for (Map.Entry<Long, Map<Severity, Long>> bucket : statistics.buckets().entrySet()) {
            json.writeStartObject();
            json.writeStringField("timestamp", EntryTime.format(bucket.getKey()));
            json.writeNumberField("count", sum(bucket.getValue()));
            json.writeObjectFieldStart("levels");
            for (Map.Entry<Severity, Long> level : bucket.getValue().entrySet()) {
                json.writeNumberField(level.getKey().wireName(), level.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        for (Map.Entry<Column, Map<String, Long>> column : statistics.counts().entrySet()) {
            json.writeObjectFieldStart("by_" + column.getKey().wireName());
            for (Map.Entry<String, Long> value : column.getValue().entrySet()) {
                json.writeNumberField(value.getKey(), value.getValue());
            }
            json.writeEndObject();
        }
        durations(json, statistics.durations());
    }

    private static void durations(JsonGenerator json, Map<String, Statistics.Durations> durations) throws IOException {
        json.writeObjectFieldStart("duration_ms_by_stage");
        for (Map.Entry<String, Statistics.Durations> stage : durations.entrySet()) {
            json.writeObjectFieldStart(stage.getKey());
            json.writeNumberField("count", stage.getValue().count());
            json.writeNumberField("p50", stage.getValue().p50());
            json.writeNumberField("p95", stage.getValue().p95());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static long sum(Map<Severity, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
