package io.pixsim.logging.encode;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The fields that one event brings itself, sorted: those of the catalog by their place, then the others in the order in
 * which they came. No name occurs twice, and none that a value can't stand under: such a value moves to {@code
 * <name>_raw}, a second one to {@code <name>_2}. Used again for one event after another; for one thread.
 */
final class EventFields {

    private static final int FEW = 16;
    /** More have no room in a line. */
    private static final int MAX_FLATTENED = 10_000;

    private final KeyTable keys;
    private final @Nullable Object[] known = new Object[Fields.all().size()];
    private long knownMask;
    private Key[] otherKeys = new Key[FEW];
    private @Nullable Object[] otherValues = new Object[FEW];
    private int others;
    private @Nullable Set<String> names;

    EventFields(KeyTable keys) {
        this.keys = keys;
    }

    /** Forgets the last event: nothing of the caller's is held between two. */
    void clear() {
        for (long mask = knownMask; mask != 0; mask &= mask - 1) {
            known[Long.numberOfTrailingZeros(mask)] = null;
        }
        knownMask = 0;
        Arrays.fill(otherValues, 0, Math.min(others, otherValues.length), null);
        if (otherKeys.length > FEW) {
            otherKeys = new Key[FEW];
            otherValues = new Object[FEW];
        }
        others = 0;
        names = null;
    }

    void add(@Nullable String name, @Nullable Object value) {
        add(keys.key(name), value);
    }

    /** The places of the catalog's fields that the event brings, one bit each. */
    long knownMask() {
        return knownMask;
    }

    @Nullable
    Object known(int position) {
        return known[position];
    }

    boolean has(Field field) {
        return (knownMask & bit(field)) != 0;
    }

    void setIfAbsent(Field field, Object value) {
        if (!has(field)) {
            known[Fields.position(field.name())] = value;
            knownMask |= bit(field);
        }
    }

    int others() {
        return others;
    }

    Key otherKey(int index) {
        return otherKeys[index];
    }

    @Nullable
    Object otherValue(int index) {
        return otherValues[index];
    }

    boolean hasOther(String name) {
        if (names != null) {
            return names.contains(name);
        }
        for (int i = 0; i < others; i++) {
            if (otherKeys[i].name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void add(Key key, @Nullable Object value) {
        if (value instanceof FieldValue pair) {
            add(key, keys.key(pair.field().name()).visible(pair.value()));
            return;
        }
        int position = key.position();
        if (key.isReserved()) {
            addReserved(key, value);
        } else if (position < 0) {
            addOther(key, value);
        } else if ((knownMask & 1L << position) != 0) {
            addOther(keys.numbered(key, 2), value);
        } else if (!isMissing(key, value)) {
            known[position] = value;
            knownMask |= 1L << position;
        }
    }

    /** The receiver refuses a row without a service or an environment: nothing is no reason to lose the configured one. */
    private static boolean isMissing(Key key, @Nullable Object value) {
        boolean required = key.field() == Fields.SERVICE || key.field() == Fields.ENV;
        return required && (value == null || SafeText.of(value).isBlank());
    }

    private void addReserved(Key key, @Nullable Object value) {
        if (key.name().equals("extra") && value instanceof Map<?, ?> map) {
            addFlattened(key, map);
        } else {
            addOther(keys.raw(key), value);
        }
    }

    private void addFlattened(Key extra, Map<?, ?> map) {
        try {
            int count = 0;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (++count > MAX_FLATTENED) {
                    addOther(keys.raw(extra), new Unreadable("[more than " + MAX_FLATTENED + " keys]"));
                    return;
                }
                add(SafeText.of(entry.getKey()), entry.getValue());
            }
        } catch (Throwable e) { // the map's own code
            addOther(keys.raw(extra), new Unreadable(SafeText.failure(map, e)));
        }
    }

    private void addOther(Key key, @Nullable Object value) {
        Key free = key;
        // Among many of one name the next number that is free is far away.
        for (int i = 2; hasOther(free.name()); i += others <= 2 * FEW ? 1 : others) {
            free = keys.numbered(key, i);
        }
        if (others == otherKeys.length) {
            otherKeys = Arrays.copyOf(otherKeys, others * 2);
            otherValues = Arrays.copyOf(otherValues, others * 2);
        }
        otherKeys[others] = free;
        otherValues[others++] = value;
        remember(free.name());
    }

    /** A few names are compared one by one, many are hashed. */
    private void remember(String name) {
        if (names != null) {
            names.add(name);
        } else if (others > FEW) {
            names = new HashSet<>();
            for (int i = 0; i < others; i++) {
                names.add(otherKeys[i].name());
            }
        }
    }

    private static long bit(Field field) {
        return 1L << Fields.position(field.name());
    }
}
