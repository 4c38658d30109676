package io.pixsim.logging.tool;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.JobCentricNames;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.encode.HumanText;
import io.pixsim.logging.encode.Paint;
import io.pixsim.logging.files.LoggedEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event for people: as the human encoder writes it, with the date, and with what every line of a file has in common left
 * out. Nothing in it can end the line, move the cursor, or pass for a field.
 */
final class EventLine {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    private static final String NO_TIME = "-                      ";
    private static final int MAX_VALUE = 256;
    private static final int MAX_COLUMN = 50;
    private static final String INDENT = "  ";
    private static final Set<String> LEFT_OUT = Set.of(
            "timestamp",
            "ts",
            "@timestamp",
            "time",
            "level",
            "severity",
            "msg",
            "message",
            "service",
            "component",
            "env",
            "stage",
            "logger",
            "thread",
            "trace_id",
            "span_id",
            "exception",
            "error_hash",
            "_repaired",
            "event_uid",
            "job_id",
            JobCentricNames.JOB_ID,
            "job_id_raw",
            "request_id",
            "requestId",
            "attempt",
            "duration_ms");

    private final Paint paint;

    EventLine(Paint paint) {
        this.paint = paint;
    }

    /** The lines, the last without a line feed. */
    String of(LoggedEvent event) {
        StringBuilder line = new StringBuilder(256);
        paint.append(line, Paint.TIME, event.timestamp().map(EventLine::time).orElse(NO_TIME));
        line.append(' ');
        column(line, Paint.level(event.level()), level(event.level()), 5);
        column(line, Paint.SERVICE, event.text(Fields.SERVICE).orElse(""), 10);
        column(
                line,
                Paint.EVENT,
                event.stage().or(() -> event.text(Fields.LOGGER)).orElse(""),
                19);
        pair(line, Fields.JOB_ID, event);
        pair(line, Fields.REQUEST_ID, event);
        pair(line, Fields.ATTEMPT, event);
        pair(line, Fields.DURATION_MS, event);
        for (Map.Entry<String, @Nullable Object> field : event.fields().entrySet()) {
            if (!LEFT_OUT.contains(field.getKey())) {
                pair(line, field.getKey(), String.valueOf(field.getValue()));
            }
        }
        if (!event.message().isEmpty()) {
            paint.append(line, Paint.KEY, "msg=");
            line.append(message(event.message()));
        }
        below(line, event);
        return line.toString().stripTrailing();
    }

    static String message(String text) {
        return HumanText.withoutPairs(HumanText.line(text), name -> Fields.find(name) != null);
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static void below(StringBuilder line, LoggedEvent event) {
        event.text(Fields.EXCEPTION)
                .ifPresent(trace -> line.append('\n').append(INDENT).append(HumanText.block(trace, INDENT)));
        if (!event.isJson()) {
            event.line()
                    .lines()
                    .skip(1)
                    .forEach(more -> line.append('\n').append(INDENT).append(HumanText.line(more)));
        }
    }

    private void column(StringBuilder line, String code, String text, int width) {
        String word = HumanText.word(HumanText.cut(text, MAX_COLUMN));
        paint.append(line, code, word);
        line.append(" ".repeat(Math.max(0, width - HumanText.columns(word)) + 1));
    }

    private void pair(StringBuilder line, Field field, LoggedEvent event) {
        event.text(field).ifPresent(value -> pair(line, field.name(), value));
    }

    private void pair(StringBuilder line, String name, String value) {
        paint.append(line, Paint.KEY, HumanText.word(HumanText.cut(name, MAX_COLUMN)) + "=");
        line.append(HumanText.value(HumanText.cut(value, MAX_VALUE))).append(' ');
    }

    static String level(Severity severity) {
        return switch (severity) {
            case WARNING -> "WARN";
            case CRITICAL -> "CRIT";
            default -> severity.name();
        };
    }
}
