package io.pixsim.logging.test.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Wire;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table.
 *
 * @param id the serial number
 * @param time when the event happened; when it was stored, if the event doesn't tell
 * @param event the event as it was sent
 */
record StoredRow(long id, Instant time, Map<String, @Nullable Object> event) {

    static StoredRow of(long id, Map<String, @Nullable Object> event) {
        return new StoredRow(id, time(event.get(Fields.TIMESTAMP.name())), event);
    }

    /** Whether the row is of a job, whose id may be a number, or text that travels beside the integer column. */
    boolean isOfJob(String jobId) {
        String name = Fields.JOB_ID.name();
        return jobId.equals(String.valueOf(event.get(name))) || jobId.equals(event.get(name + Wire.RAW_SUFFIX));
    }

    private static Instant time(@Nullable Object timestamp) {
        String text = String.valueOf(timestamp);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noOffset) {
            return naiveTime(text);
        }
    }

    private static Instant naiveTime(String text) {
        try {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException unreadable) {
            return Instant.now();
        }
    }
}
