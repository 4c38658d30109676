package io.pixsim.logging.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.encode.JsonReader;
import org.jspecify.annotations.Nullable;

/** One event as a sink saw it: redacted, encoded as a line of JSON. Immutable, safe for use by many threads. */
public final class CapturedEvent {

    private final String line;
    private final Set<String> givenNumbered;
    private volatile @Nullable Map<String, @Nullable Object> fields;

    /** An event whose names that end with a number were made by the encoder, but for those that are given. */
    CapturedEvent(String line, Set<String> givenNumbered) {
        this.line = line;
        this.givenNumbered = givenNumbered;
    }

    /**
     * The encoded event.
     *
     * @return the JSON, without a line end
     */
    public String line() {
        return line;
    }

    /**
     * The event's fields, in the order of the line: {@link Long}, {@link java.math.BigInteger}, {@link
     * java.math.BigDecimal}, {@link String}, {@link Boolean}, {@link Map}, {@link java.util.List} and null by name.
     *
     * @return an unmodifiable map
     * @throws IllegalStateException when the line is not one JSON object
     */
    public Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> read = fields;
        if (read == null) {
            // Read by who asks and not by who logs: a line that is no JSON fails the test, not the code under test.
            read = read(line);
            fields = read;
        }
        return read;
    }

    /**
     * The value of a field.
     *
     * @param name the field's name
     * @return the value, as in {@link #fields()}; null also when there is no such field
     */
    public @Nullable Object field(String name) {
        return fields().get(name);
    }

    /**
     * The value of a field of the catalog, or of one like it.
     *
     * @param field the field
     * @return the value, as in {@link #fields()}; null also when the event has no such field
     */
    public @Nullable Object field(Field field) {
        return field(field.name());
    }

    /**
     * Whether a field has a value. Numbers are equal when they are worth the same, whatever their types; a value of a
     * type that JSON does not know is compared by its text, as it is written.
     *
     * @param name the field's name
     * @param value the value; null means that the field is there and null
     * @return true when it has
     */
    public boolean has(String name, @Nullable Object value) {
        return fields().containsKey(name) && SameValue.test(field(name), value);
    }

    /**
     * Whether a field has a value, given as it is logged.
     *
     * @param field the field and its value, {@code JOB_ID.of(123)}
     * @return true when it has
     */
    public boolean has(FieldValue field) {
        String name = field.field().name();
        // Digits in a field of numbers are written as a number.
        if (field.value() instanceof String digits && field(name) instanceof Long number) {
            return digits.equals(number.toString());
        }
        return has(name, field.value());
    }

    /**
     * The event's message.
     *
     * @return the message; empty when the event has none
     */
    public String message() {
        return text(Fields.MSG);
    }

    /**
     * The event's severity.
     *
     * @return the severity
     */
    public Severity severity() {
        return Severity.parse(text(Fields.LEVEL))
                .orElseThrow(() -> new IllegalStateException("an event without a level: " + line));
    }

    /**
     * The event's stage.
     *
     * @return the stage; null when the event has none
     */
    public @Nullable Stage stage() {
        return field(Fields.STAGE) instanceof String name ? Stage.of(name) : null;
    }

    /**
     * The name of the logger.
     *
     * @return the name
     */
    public String loggerName() {
        return text(Fields.LOGGER);
    }

    /**
     * The event for people: severity, stage, message, then the fields that tell events apart.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return EventText.of(this);
    }

    /** The names that look numbered and are the program's own. */
    Set<String> givenNumbered() {
        return givenNumbered;
    }

    boolean isOfJob(String jobId) {
        Object job = field(Fields.JOB_ID);
        return job != null && jobId.equals(job.toString());
    }

    private String text(Field field) {
        Object value = field(field);
        return value == null ? "" : value.toString();
    }

    private static Map<String, @Nullable Object> read(String line) {
        try {
            return Collections.unmodifiableMap(JsonReader.readObject(line.getBytes(UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException("the encoder wrote a line that is not a JSON object: " + line, e);
        }
    }
}
