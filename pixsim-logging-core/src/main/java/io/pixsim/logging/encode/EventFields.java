package io.pixsim.logging.encode;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Wire;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one event, sorted: those of the catalog in its order, then what the context bound, then the event's own.
 * What an event says itself wins over its context, as an inner scope wins over an outer one. No name occurs twice, and
 * none that a value can't stand under: such a value moves to {@code <name>_raw}, a second one to {@code <name>_2}.
 */
final class EventFields {

    private static final BitSet SET_BY_ENCODER =
            positions(Fields.TIMESTAMP, Fields.LEVEL, Fields.MSG, Fields.LOGGER, Fields.THREAD, Fields.EXCEPTION);

    private final @Nullable Object[] known = new Object[Fields.all().size()];
    private final BitSet ownKnown = new BitSet(known.length);
    private final Map<String, @Nullable Object> context = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> own = new LinkedHashMap<>();

    /** Binds a field that the event's own may replace. */
    void bind(@Nullable String name, @Nullable Object value) {
        String key = name == null ? "null" : name;
        int position = Fields.position(key);
        if (position >= 0 && !SET_BY_ENCODER.get(position)) {
            known[position] = value;
            return;
        }
        context.put(position >= 0 || Wire.RESERVED_KEYS.contains(key) ? key + Wire.RAW_SUFFIX : key, value);
    }

    /** Adds a field of the event itself. */
    void add(@Nullable String name, @Nullable Object value) {
        String key = name == null ? "null" : name;
        if (value instanceof FieldValue pair) {
            add(key, pair.value());
            return;
        }
        int position = Fields.position(key);
        if (position >= 0 && !SET_BY_ENCODER.get(position)) {
            addKnown(position, key, value);
        } else if (key.equals("extra") && value instanceof Map<?, ?> map) {
            addFlattened(map);
        } else if (position >= 0 || Wire.RESERVED_KEYS.contains(key)) {
            addOther(key + Wire.RAW_SUFFIX, value);
        } else {
            addOther(key, value);
        }
    }

    /** Sets what the encoder itself knows. */
    void set(Field field, @Nullable Object value) {
        known[Fields.position(field.name())] = value;
    }

    @Nullable
    Object get(Field field) {
        return known[Fields.position(field.name())];
    }

    boolean has(String name) {
        return own.containsKey(name) || context.containsKey(name);
    }

    /** Visits the catalog's fields that have a value. */
    void forEachKnown(BiConsumer<Field, Object> visitor) {
        for (int i = 0; i < known.length; i++) {
            Object value = known[i];
            if (value != null) {
                visitor.accept(Fields.all().get(i), value);
            }
        }
    }

    /** Visits the others: the context's, then the event's own. */
    void forEachOther(BiConsumer<String, @Nullable Object> visitor) {
        context.forEach((name, value) -> {
            if (!own.containsKey(name)) {
                visitor.accept(name, value);
            }
        });
        own.forEach(visitor);
    }

    private void addKnown(int position, String key, @Nullable Object value) {
        if (ownKnown.get(position)) {
            addOther(key + "_2", value);
            return;
        }
        ownKnown.set(position);
        known[position] = value;
    }

    private void addFlattened(Map<?, ?> map) {
        try {
            map.forEach((key, value) -> add(SafeText.of(key), value));
        } catch (RuntimeException e) { // the map's own code
            addOther(
                    "extra" + Wire.RAW_SUFFIX,
                    "[" + map.getClass().getName() + " threw " + e.getClass().getName() + "]");
        }
    }

    private void addOther(String key, @Nullable Object value) {
        String name = key;
        for (int i = 2; own.containsKey(name); i++) {
            name = key + "_" + i;
        }
        own.put(name, value);
    }

    private static BitSet positions(Field... fields) {
        BitSet positions = new BitSet();
        for (Field field : fields) {
            positions.set(Fields.position(field.name()));
        }
        return positions;
    }
}
