package io.pixsim.logging.collector.store.sqlite;

import java.time.Instant;
import java.util.List;
import java.util.Random;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;

/** Entries such as jobs make, with times of some hours around one. */
final class RandomEntries {

    private static final List<String> WORDS = List.of(
            "timeout", "TimeoutError", "Zürich", "accepted", "100%", "a_b", "say \"hi\"", "C:\\temp", "retry", "frame");
    private static final List<String> LEVELS = List.of("info", "INFO", "debug", "warning", "WARN", "error", "notice");

    private final Random random;

    RandomEntries(long seed) {
        this.random = new Random(seed);
    }

    LogEntry next(Instant around) {
        String level = one(LEVELS);
        LogEntry.Builder entry = LogEntry.builder()
                .micros(EntryTime.micros(around) + random.nextLong(10 * Tally.HOUR))
                .severity(Severity.parse(level).orElse(Severity.INFO))
                .set(Column.LEVEL, level)
                .set(Column.SERVICE, one(List.of("api", "worker", "ui")))
                .set(Column.MSG, one(WORDS) + " " + one(WORDS) + " " + random.nextInt(1000));
        if (random.nextBoolean()) {
            entry.set(Column.STAGE, one(List.of("provider:submit", "provider:status", "pipeline:start")))
                    .set(Column.PROVIDER_ID, one(List.of("sora", "runway")))
                    .set(Column.DURATION_MS, (long) random.nextInt(128));
        }
        if (random.nextInt(5) == 0) {
            entry.set(Column.ERROR_TYPE, one(List.of("Timeout", "Refused"))).extra("{\"word\":\"say \\\"hi\\\"\"}");
        }
        return entry.build();
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
