package io.pixsim.logging.test.ingest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The entries that the read side answers: a column each, in a fixed order, and the rest under {@code extra}. */
final class JobTrace {

    private static final List<String> COLUMNS = List.of(
            "level",
            "service",
            "env",
            "msg",
            "domain",
            "request_id",
            "trace_id",
            "job_id",
            "submission_id",
            "generation_id",
            "provider_job_id",
            "provider_id",
            "operation_type",
            "stage",
            "channel",
            "user_id",
            "error",
            "error_type",
            "duration_ms",
            "attempt");

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private JobTrace() {}

    static List<Map<String, @Nullable Object>> of(String jobId, List<StoredRow> rows) {
        return rows.stream()
                .filter(row -> row.isOfJob(jobId))
                .sorted(Comparator.comparing(StoredRow::time))
                .map(JobTrace::entry)
                .toList();
    }

    private static Map<String, @Nullable Object> entry(StoredRow row) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("id", row.id());
        entry.put("timestamp", timestamp(row.time()));
        COLUMNS.forEach(column -> entry.put(column, row.event().get(column)));
        entry.putIfAbsent("env", "dev");
        entry.put("extra", extra(row.event()));
        return entry;
    }

    private static String timestamp(Instant time) {
        return (time.get(ChronoField.MICRO_OF_SECOND) == 0 ? SECONDS : MICROS).format(time);
    }

    private static @Nullable Map<String, @Nullable Object> extra(Map<String, @Nullable Object> event) {
        Map<String, @Nullable Object> extra = new LinkedHashMap<>(event);
        extra.remove("timestamp");
        // The trace id is no column: it is shown as one, and stays in extra too.
        COLUMNS.stream().filter(column -> !column.equals("trace_id")).forEach(extra::remove);
        return extra.isEmpty() ? null : extra;
    }
}
