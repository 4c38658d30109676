package io.pixsim.logging.files;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.JobCentricNames;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stages;
import io.pixsim.logging.encode.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was read from a log file: a line of JSON, or a line for people and what stands below it. Immutable.
 *
 * <p>Fields are found under the catalog's names and under those that other writers use: {@code ts}, {@code component},
 * {@code jobId}, {@code message} and the like.
 */
public final class LoggedEvent {

    private static final int LONGEST_EXPONENT = 400; // that of a double
    private static final Path NO_FILE = Path.of("");
    private static final Map<Field, List<String>> OTHER_NAMES = Map.of(
            Fields.TIMESTAMP, List.of("ts", "@timestamp", "time"),
            Fields.LEVEL, List.of("severity"),
            Fields.MSG, List.of("message", "event"),
            Fields.SERVICE, List.of("component"),
            Fields.JOB_ID, List.of(JobCentricNames.JOB_ID, "job_id_raw"),
            Fields.REQUEST_ID, List.of("requestId"),
            Fields.PROVIDER_ID, List.of("providerId"));

    private final Path file;
    private final String line;
    private final Map<String, @Nullable Object> fields;
    private final boolean json;
    private final @Nullable Instant timestamp;

    private LoggedEvent(
            Path file, String line, Map<String, @Nullable Object> fields, boolean json, @Nullable Instant timestamp) {
        this.file = file;
        this.line = line;
        this.fields = Collections.unmodifiableMap(fields);
        this.json = json;
        this.timestamp = timestamp;
    }

    /**
     * Reads a line, such as a {@link LogFollower} gives.
     *
     * @param line a line without its line feed
     * @return the event; one of a line for people has a time only when the line tells its date, too; empty when the line is
     *     no event
     */
    public static Optional<LoggedEvent> parse(String line) {
        if (line.stripLeading().startsWith("{")) {
            return parseJson(line);
        }
        ConsoleLine read = ConsoleLine.read(line);
        if (read == null) {
            return Optional.empty();
        }
        return Optional.of(ofConsole(NO_FILE, line, read.fields(), read.instant(ZoneId.systemDefault())));
    }

    private static Optional<LoggedEvent> parseJson(String line) {
        try {
            return Optional.of(ofJson(NO_FILE, line, JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static LoggedEvent ofJson(Path file, String line, Map<String, @Nullable Object> fields) {
        return new LoggedEvent(file, line, fields, true, instant(find(fields, Fields.TIMESTAMP)));
    }

    static LoggedEvent ofConsole(
            Path file, String line, Map<String, @Nullable Object> fields, @Nullable Instant timestamp) {
        return new LoggedEvent(file, line, fields, false, timestamp);
    }

    /**
     * The file that it was read from.
     *
     * @return a path below the root's real one; an empty path for a line that was given as text
     */
    public Path file() {
        return file;
    }

    /**
     * What stands in the file, without the line feed at its end. Of a line for people, with what stands below it.
     *
     * @return text that nothing was escaped in; not safe for a terminal
     */
    public String line() {
        return line;
    }

    /**
     * Whether it was a line of JSON.
     *
     * @return false for a line for people
     */
    public boolean isJson() {
        return json;
    }

    /**
     * Every field, under the names and in the order of the line.
     *
     * @return an unmodifiable map; values are those of JSON, and text for a line for people
     */
    public Map<String, @Nullable Object> fields() {
        return fields;
    }

    /**
     * A field as text.
     *
     * @param field which
     * @return the text, or empty when the event has no such field, or null in it
     */
    public Optional<String> text(Field field) {
        Object value = find(fields, field);
        return value == null ? Optional.empty() : Optional.of(text(value));
    }

    /**
     * When it happened.
     *
     * @return the time, or empty when the line tells none that can be read
     */
    public Optional<Instant> timestamp() {
        return Optional.ofNullable(timestamp);
    }

    /**
     * How bad it is.
     *
     * @return the severity; {@code INFO} when the line tells none that is known
     */
    public Severity level() {
        return Severity.parse(text(Fields.LEVEL).orElse(null)).orElse(Severity.INFO);
    }

    /**
     * Where in its life the job was.
     *
     * @return the stage; one of the taxonomy that stands in the place of the event's name or message counts, too
     */
    public Optional<String> stage() {
        Optional<String> stage = text(Fields.STAGE);
        if (stage.isPresent()) {
            return stage;
        }
        return text(Fields.EVENT)
                .filter(LoggedEvent::isOfTaxonomy)
                .or(() -> text(Fields.MSG).filter(LoggedEvent::isOfTaxonomy));
    }

    /**
     * The message.
     *
     * @return the text; empty when there is none
     */
    public String message() {
        return text(Fields.MSG).orElse("");
    }

    @Override
    public String toString() {
        return line;
    }

    static String text(Object value) {
        return value instanceof BigDecimal number && isShort(number) ? number.toPlainString() : value.toString();
    }

    /** Whether its digits are few when its exponent is written out, too: a line may hold 1e999999999. */
    private static boolean isShort(BigDecimal number) {
        return Math.abs((long) number.scale()) <= LONGEST_EXPONENT;
    }

    private static boolean isOfTaxonomy(String text) {
        return Stages.find(text) != null;
    }

    private static @Nullable Object find(Map<String, @Nullable Object> fields, Field field) {
        Object value = fields.get(field.name());
        if (value != null) {
            return value;
        }
        return OTHER_NAMES.getOrDefault(field, List.of()).stream()
                .map(fields::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A time without a zone is UTC, as in what older backends answer. */
    private static @Nullable Instant instant(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return instantWithoutZone(text);
        }
    }

    private static @Nullable Instant instantWithoutZone(String text) {
        try {
            return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
