package io.pixsim.logging.encode;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.redact.Redactor;
import org.jspecify.annotations.Nullable;

/**
 * Writes raw values, of whatever type, as JSON: each passes the redactor under its key first. What a value does when it
 * is read stays its own affair: a member that throws, a map that contains itself or nests too deep becomes a text that
 * says so.
 */
final class ValueWriter {

    private final Redactor redactor;
    private final Limits limits;
    private final JsonWriter out;
    private final Object[] path = new Object[Limits.MAX_DEPTH];
    private int depth;

    ValueWriter(Redactor redactor, Limits limits, JsonWriter out) {
        this.redactor = redactor;
        this.limits = limits;
        this.out = out;
    }

    void member(String key, @Nullable Object raw) {
        out.name(limits.clip(key));
        value(redactor.value(key, raw));
    }

    void value(@Nullable Object value) {
        if (value == null) {
            out.nullValue();
        } else if (value instanceof CharSequence || value instanceof Character) {
            text(SafeText.of(value));
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Boolean bool) {
            out.bool(bool);
        } else if (value instanceof Enum<?> constant) {
            text(constant.name());
        } else if (value instanceof FieldValue field) {
            value(redactor.value(field.field().name(), field.value()));
        } else if (value instanceof Optional<?> optional) {
            value(optional.orElse(null));
        } else if (isContainer(value)) {
            container(value);
        } else {
            text(SafeText.of(value));
        }
    }

    static boolean isContainer(Object value) {
        if (value instanceof Path) { // iterates over its own names
            return false;
        }
        return value instanceof Map
                || value instanceof Iterable
                || value.getClass().isArray();
    }

    private void text(String text) {
        out.string(limits.clip(text));
    }

    private void number(Number number) {
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            out.number(number.longValue());
        } else if (number instanceof BigInteger big && big.bitLength() < Long.SIZE) {
            out.number(big.longValue());
        } else if (isFiniteFraction(number)) {
            out.number(number);
        } else {
            text(SafeText.of(number));
        }
    }

    private static boolean isFiniteFraction(Number number) {
        boolean fraction = number instanceof Double || number instanceof Float || number instanceof BigDecimal;
        return fraction && Double.isFinite(number.doubleValue());
    }

    private void container(Object container) {
        if (depth == Limits.MAX_DEPTH) {
            out.string("[nested deeper than " + Limits.MAX_DEPTH + "]");
            return;
        }
        if (isOnPath(container)) {
            out.string("[contains itself]");
            return;
        }
        int start = out.size();
        int depthBefore = depth;
        path[depth++] = container;
        try {
            members(container);
        } catch (Throwable e) { // the container's own code; what was written of it so far is taken back
            out.truncate(start);
            out.string("[" + container.getClass().getName() + " threw "
                    + e.getClass().getName() + "]");
        } finally {
            depth = depthBefore;
        }
    }

    private boolean isOnPath(Object container) {
        for (int i = 0; i < depth; i++) {
            if (path[i] == container) {
                return true;
            }
        }
        return false;
    }

    private void members(Object container) {
        if (container instanceof Map<?, ?> map) {
            out.beginObject();
            entries(map);
            out.endObject();
            return;
        }
        out.beginArray();
        if (container instanceof Iterable<?> iterable) {
            elements(iterable);
        } else {
            arrayElements(container);
        }
        out.endArray();
    }

    private void entries(Map<?, ?> map) {
        Set<String> seen = new HashSet<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (isFull()) {
                out.name("_cut");
                out.bool(true);
                return;
            }
            member(unused(SafeText.of(entry.getKey()), seen), entry.getValue());
        }
    }

    /** Keys that differ may have the same text; JSON names must not. */
    private static String unused(String key, Set<String> seen) {
        String name = key;
        for (int i = 2; !seen.add(name); i++) {
            name = key + "_" + i;
        }
        return name;
    }

    private void elements(Iterable<?> iterable) {
        for (Object element : iterable) {
            if (isFull()) {
                out.string("[cut]");
                return;
            }
            value(element);
        }
    }

    private void arrayElements(Object array) {
        int length = Array.getLength(array);
        for (int i = 0; i < length; i++) {
            if (isFull()) {
                out.string("[cut]");
                return;
            }
            value(Array.get(array, i));
        }
    }

    /** A value as it stands in a text field: itself when it is text, else its JSON. */
    String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (!isContainer(value)) {
            return SafeText.of(value);
        }
        JsonWriter json = new JsonWriter(256);
        new ValueWriter(redactor, limits, json).value(value);
        return json.toString();
    }

    boolean isFull() {
        return out.size() > Limits.MAX_EVENT_BYTES;
    }
}
