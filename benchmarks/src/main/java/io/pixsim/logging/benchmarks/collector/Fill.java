package io.pixsim.logging.benchmarks.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryId;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.StoreException;
import io.pixsim.logging.collector.store.sqlite.SqliteOptions;
import io.pixsim.logging.collector.store.sqlite.SqliteStore;
import org.jspecify.annotations.Nullable;

/** Thirty days of entries, today not done with and the others sealed, as if they had arrived then. */
final class Fill extends Clock {

    static final int DAYS = 30;

    private static final int BATCH = 1000;

    private volatile Instant now;

    private Fill(Instant now) {
        this.now = now;
    }

    /**
     * What it took.
     *
     * @param sealMicros time to seal, for each entry; not a number when that was done before
     * @param sealedBytes on the disk, for each entry of a day that is sealed
     */
    record Result(double sealMicros, double sealedBytes) {}

    /** Fills a folder, unless it holds as many entries. */
    static Result into(Path data, int entries)
            throws IOException, StoreException, InterruptedException, ExecutionException {
        return Folders.bytes(Files.createDirectories(data)) == 0 ? fill(data, entries) : kept(data, entries);
    }

    private static Result kept(Path data, int entries) throws IOException, StoreException, InterruptedException {
        try (SqliteStore store = SqliteStore.open(data, SqliteOptions.standard(), Clock.systemUTC())) {
            long held = store.size().entries();
            if (held < entries) {
                throw new IOException("%s holds %,d entries, not %,d".formatted(data, held, entries));
            }
            return awaitSealed(store);
        }
    }

    private static Result fill(Path data, int entries)
            throws IOException, StoreException, InterruptedException, ExecutionException {
        Instant end = Instant.now();
        Fill clock = new Fill(end.minus(Duration.ofDays(DAYS - 1)));
        Random random = new Random(1);
        try (SqliteStore store = SqliteStore.open(data, SqliteOptions.standard(), clock)) {
            long micros = Duration.ofDays(DAYS).toNanos() / 1000 / entries;
            long time = TimeUnit.MILLISECONDS.toMicros(end.toEpochMilli()) - micros * entries;
            for (int done = 0; done < entries; done += BATCH) {
                List<LogEntry> batch = new ArrayList<>();
                for (int i = 0; i < BATCH; i++) {
                    time += micros;
                    batch.add(entry(SampleEvent.of(done + i, time, random)));
                }
                clock.now = Instant.ofEpochMilli(time / 1000);
                store.append(new Append(null, batch)).get();
            }
            return awaitSealed(store);
        }
    }

    private static Result awaitSealed(SqliteStore store) throws StoreException, InterruptedException {
        long unsealed = unsealed(store);
        long begin = System.nanoTime();
        while (store.size().days().stream().filter(day -> !day.sealed()).count() > 1) {
            Thread.sleep(10);
        }
        double micros = (System.nanoTime() - begin) / 1e3;
        long sealed = unsealed - unsealed(store);
        long bytes = 0;
        long entries = 0;
        for (var day : store.size().days()) {
            bytes += day.sealed() ? day.bytes() : 0;
            entries += day.sealed() ? day.entries() : 0;
        }
        return new Result(sealed == 0 ? Double.NaN : micros / sealed, (double) bytes / entries);
    }

    private static long unsealed(SqliteStore store) throws StoreException {
        return store.size().days().stream()
                .filter(day -> !day.sealed())
                .mapToLong(day -> day.entries())
                .sum();
    }

    private static LogEntry entry(SampleEvent event) {
        return LogEntry.builder()
                .micros(event.micros())
                .severity(Severity.parse(event.level()).orElseThrow())
                .uid("5f0c2b1e7a9d:" + event.number())
                .set(Column.LEVEL, event.level())
                .set(Column.SERVICE, event.service())
                .set(Column.ENV, "prod")
                .set(Column.MSG, event.msg())
                .set(Column.REQUEST_ID, event.requestId())
                .set(Column.JOB_ID, new EntryId(Long.toString(event.jobId()), true))
                .set(Column.PROVIDER_ID, event.providerId())
                .set(Column.OPERATION_TYPE, "text_to_video")
                .set(Column.STAGE, event.stage())
                .set(Column.ERROR_TYPE, orNull(event.errorType()))
                .set(Column.DURATION_MS, event.durationMs() < 0 ? null : event.durationMs())
                .extra(event.extra())
                .build();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
