package io.pixsim.logging.test.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.FieldType;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Wire;
import org.jspecify.annotations.Nullable;

/** What {@code docs/schema/event.schema.json} asks of a line, read from the catalog that it is generated from, too. */
public final class EventSchema {

    private static final List<Field> REQUIRED =
            List.of(Fields.TIMESTAMP, Fields.LEVEL, Fields.MSG, Fields.SERVICE, Fields.ENV);
    private static final Pattern UTC_MICROS =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{6}Z");
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");
    private static final List<String> LEVELS =
            Arrays.stream(Severity.values()).map(Severity::wireName).toList();

    private final List<String> violations = new ArrayList<>();

    private EventSchema() {}

    /**
     * In what an event is not as the schema has it.
     *
     * @param event the event, read from its line
     * @return one text for each rule that is broken, beginning with the field; empty when the event is valid
     */
    public static List<String> violations(Map<String, ? extends @Nullable Object> event) {
        EventSchema schema = new EventSchema();
        REQUIRED.stream()
                .filter(field -> !event.containsKey(field.name()))
                .forEach(field -> schema.broken(field.name(), "is missing"));
        event.forEach(schema::check);
        return List.copyOf(schema.violations);
    }

    private void check(String name, @Nullable Object value) {
        Field field = Fields.find(name);
        if (Wire.RESERVED_KEYS.contains(name)) {
            broken(name, "is a name that the receiver keeps for itself");
        } else if (field == null || (field.type() == FieldType.ANY && field != Fields.REPAIRED)) {
            checkAny(name, value);
        } else if (field == Fields.TIMESTAMP) {
            checkTime(value);
        } else if (field == Fields.LEVEL) {
            if (!(value instanceof String) || !LEVELS.contains(value)) {
                broken(name, "is none of " + LEVELS + ": " + value);
            }
        } else if (field == Fields.REPAIRED) {
            checkRepaired(value);
        } else if (field.type() == FieldType.TEXT) {
            checkText(name, value, field.maxCodePoints());
        } else if (value instanceof String text && WHOLE.matcher(text).matches()) {
            broken(name, "is a whole number that stands there as text: " + text);
        }
    }

    private void checkTime(@Nullable Object value) {
        if (!(value instanceof String text) || !UTC_MICROS.matcher(text).matches()) {
            broken(Fields.TIMESTAMP.name(), "is not UTC with six digits of microseconds and Z: " + value);
        }
    }

    private void checkRepaired(@Nullable Object value) {
        if (!(value instanceof List<?> names) || names.isEmpty()) {
            broken(Fields.REPAIRED.name(), "is no list of names: " + value);
            return;
        }
        names.forEach(name -> checkText(Fields.REPAIRED.name(), name, Field.UNLIMITED));
    }

    private void checkText(String name, @Nullable Object value, int limit) {
        if (!(value instanceof String text)) {
            broken(name, "is not text: " + value);
            return;
        }
        checkAny(name, text);
        int length = text.codePointCount(0, text.length());
        if (length > limit) {
            broken(name, "has " + length + " characters, more than " + limit);
        }
    }

    private void checkAny(String path, @Nullable Object value) {
        if (value instanceof String text && text.indexOf('\0') >= 0) {
            broken(path, "holds a NUL character");
        } else if (value instanceof List<?> list) {
            list.forEach(element -> checkAny(path + "[]", element));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> {
                checkAny(path + " (a name)", name);
                checkAny(path + "." + name, member);
            });
        }
    }

    private void broken(String path, String rule) {
        violations.add(path + " " + rule);
    }
}
