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

    private final KeyTable keys;
    private final Limits limits;
    private final JsonWriter out;
    private final Object[] path = new Object[Limits.MAX_DEPTH];
    private int depth;

    ValueWriter(KeyTable keys, Limits limits, JsonWriter out) {
        this.keys = keys;
        this.limits = limits;
        this.out = out;
    }

    /** Writes a member: under a sensitive key the mask, whatever the value. */
    void member(Key key, @Nullable Object raw) {
        out.name(key);
        if (key.isSensitive() && raw != null) {
            out.string(Redactor.MASK);
        } else {
            value(raw);
        }
    }

    /** Writes a member whose value is known to be text. */
    void text(Key key, String text) {
        out.name(key);
        text(key.isSensitive() ? Redactor.MASK : text);
    }

    void value(@Nullable Object value) {
        if (value instanceof String string) {
            text(string);
        } else if (value == null) {
            out.nullValue();
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Boolean bool) {
            out.bool(bool);
        } else if (value instanceof FieldValue field) {
            value(visible(field));
        } else if (value instanceof Optional<?> optional) {
            value(optional.orElse(null));
        } else if (isContainer(value)) {
            container(value);
        } else {
            text(plain(value));
        }
    }

    /** What may be seen of a pair's value where its key is not written beside it. */
    @Nullable
    Object visible(FieldValue pair) {
        Object value = pair.value();
        return value != null && keys.key(pair.field().name()).isSensitive() ? Redactor.MASK : value;
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
        if (text.length() > limits.maxStringLength()) {
            out.countRepair();
        }
        out.string(limits.clip(text));
    }

    /** The text of a value that is not a container. */
    private String plain(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        String text = SafeText.of(value);
        if (SafeText.isFailure(value, text)) {
            out.countRepair();
        }
        return text;
    }

    private void number(Number number) {
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            out.number(number.longValue());
        } else if (number instanceof BigInteger big && big.bitLength() < Long.SIZE) {
            out.number(big.longValue());
        } else if (isFiniteFraction(number)) {
            out.number(number);
        } else {
            out.countRepair();
            text(SafeText.of(number));
        }
    }

    private static boolean isFiniteFraction(Number number) {
        boolean fraction = number instanceof Double || number instanceof Float || number instanceof BigDecimal;
        return fraction && Double.isFinite(number.doubleValue());
    }

    private void container(Object container) {
        if (depth == Limits.MAX_DEPTH) {
            placeholder("[nested deeper than " + Limits.MAX_DEPTH + "]");
            return;
        }
        if (isOnPath(container)) {
            placeholder("[contains itself]");
            return;
        }
        int start = out.size();
        int depthBefore = depth;
        path[depth++] = container;
        try {
            members(container);
        } catch (Throwable e) { // the container's own code; what was written of it so far is taken back
            out.truncate(start);
            placeholder(SafeText.failure(container, e));
        } finally {
            depth = depthBefore;
        }
    }

    private void placeholder(String text) {
        out.countRepair();
        out.string(text);
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
                out.countRepair();
                out.name("_cut");
                out.bool(true);
                return;
            }
            member(keys.key(unused(SafeText.of(entry.getKey()), seen)), entry.getValue());
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
                placeholder("[cut]");
                return;
            }
            value(element);
        }
    }

    private void arrayElements(Object array) {
        int length = Array.getLength(array);
        for (int i = 0; i < length; i++) {
            if (isFull()) {
                placeholder("[cut]");
                return;
            }
            value(Array.get(array, i));
        }
    }

    /** A value as it stands in a text field: itself when it is text, else its JSON. */
    String text(Object value) {
        if (value instanceof String string) {
            return string;
        }
        if (!isContainer(value)) {
            return plain(value);
        }
        JsonWriter json = new JsonWriter(256);
        new ValueWriter(keys, limits, json).value(value);
        return json.toString();
    }

    boolean isFull() {
        return out.size() > Limits.MAX_EVENT_BYTES;
    }
}
