package io.pixsim.logging.test.ingest;

import static io.pixsim.logging.catalog.Fields.LEVEL;
import static io.pixsim.logging.catalog.Fields.SERVICE;
import static io.pixsim.logging.catalog.Fields.TIMESTAMP;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Wire;
import org.jspecify.annotations.Nullable;

/**
 * The rules that keep one event from spoiling its batch, or the reader of its row: types, ranges and limits of the
 * columns, keys that the receiver keeps for itself, text that can be stored, depth.
 *
 * <pre>{@code
 * for (var event : server.events()) {
 *     assertThat(WireRules.violations(event)).isEmpty();
 * }
 * }</pre>
 *
 * Stricter than the backend, which stores some events that break a rule and then can't read them back.
 */
public final class WireRules {

    /** How deep lists and maps may be nested in the value of one key. */
    public static final int MAX_DEPTH = 32;

    private static final Pattern UTC_MICROS = Pattern.compile("(\\d{4})-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");

    private final List<String> violations = new ArrayList<>();

    private WireRules() {}

    /**
     * Every rule that an event breaks.
     *
     * @param event a decoded event: {@link Long}, {@link BigInteger}, {@link java.math.BigDecimal}, {@link String},
     *     {@link Boolean}, {@link Map}, {@link List} and null by key
     * @return one text per broken rule, each beginning with the key; empty when the event is right
     */
    public static List<String> violations(Map<String, ? extends @Nullable Object> event) {
        WireRules rules = new WireRules();
        rules.checkReserved(event);
        rules.checkRequired(event);
        rules.checkTime(event.get(TIMESTAMP.name()));
        Columns.ANY.forEach(column -> rules.checkColumn(column, event.get(column.name())));
        event.forEach((key, value) -> rules.checkClean(key, key, value, 0));
        return List.copyOf(rules.violations);
    }

    private void checkReserved(Map<String, ?> event) {
        Wire.RESERVED_KEYS.stream()
                .filter(event::containsKey)
                .sorted()
                .forEach(key -> broken(key, "is a key that the receiver keeps for itself"));
    }

    private void checkRequired(Map<String, ?> event) {
        for (Field field : List.of(LEVEL, SERVICE)) {
            Object value = event.get(field.name());
            if (value == null || "".equals(value)) {
                broken(field.name(), "is missing or empty, and the column takes neither");
            }
        }
    }

    private void checkTime(@Nullable Object value) {
        var time = UTC_MICROS.matcher(String.valueOf(value));
        if (!(value instanceof String) || !time.matches()) {
            broken(TIMESTAMP.name(), "is not UTC with six digits of microseconds and Z: " + value);
            return;
        }
        int year = Integer.parseInt(time.group(1));
        if (year < 1970 || year > 9998) {
            broken(TIMESTAMP.name(), "is outside the years 1970 to 9998: " + value);
        }
    }

    private void checkColumn(Field column, @Nullable Object value) {
        if (value == null || column == TIMESTAMP) {
            return;
        }
        if (Columns.isInteger(column)) {
            if (!Values.isInt32(value)) {
                broken(column.name(), "is not a 32-bit integer: " + value);
            }
            return;
        }
        if (!(value instanceof String text)) {
            broken(column.name(), "is not text: " + value);
        } else if (Values.length(text) > column.maxCodePoints()) {
            broken(column.name(), "has " + Values.length(text) + " characters, more than " + column.maxCodePoints());
        }
    }

    private void checkClean(String key, String path, @Nullable Object value, int depth) {
        checkText(path, key);
        if (value instanceof String text) {
            checkText(path, text);
        } else if (value instanceof BigInteger) {
            broken(path, "is an integer beyond 64 bits: " + value);
        } else if (!Values.isFinite(value)) {
            broken(path, "is not a finite number: " + value);
        } else if (value instanceof Map || value instanceof List) {
            checkNested(path, value, depth + 1);
        }
    }

    private void checkNested(String path, Object value, int depth) {
        if (depth > MAX_DEPTH) {
            broken(path, "is nested deeper than " + MAX_DEPTH);
            return;
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> checkClean(String.valueOf(name), path + "." + name, member, depth));
        } else if (value instanceof List<?> list) {
            list.forEach(element -> checkClean("", path + "[]", element, depth));
        }
    }

    private void checkText(String path, String text) {
        if (Values.hasNul(text)) {
            broken(path, "holds a NUL character");
        }
        if (Values.hasLoneSurrogate(text)) {
            broken(path, "holds half of a surrogate pair");
        }
    }

    private void broken(String path, String rule) {
        violations.add(path + " " + rule);
    }
}
