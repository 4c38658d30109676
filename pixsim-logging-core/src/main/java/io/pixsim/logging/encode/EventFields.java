package io.pixsim.logging.encode;

import java.util.List;
import java.util.Map;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * The fields that one event brings itself, sorted: those of the catalog by their place, then the others in the order in
 * which they came. No name occurs twice, and none that a value can't stand under: such a value moves to {@code
 * <name>_raw}, a second one to {@code <name>_2}. Used again for one event after another; for one thread.
 */
final class EventFields {

    /** More have no room in a line. */
    private static final int MAX_FLATTENED = 10_000;

    /** Where a value is that is held here. */
    private static final int HELD = -1;

    private final KeyTable keys;
    private final @Nullable Object[] held = new Object[Fields.all().size()];
    /** Which of the key-values the value of each field is; to hold it costs the collector's barrier each time. */
    private final int[] places = new int[Fields.all().size()];

    private final NamedValues others = new NamedValues();
    private final RecentKeys recent;
    private long knownMask;
    private long heldMask;

    EventFields(KeyTable keys) {
        this.keys = keys;
        this.recent = new RecentKeys(keys);
    }

    /** Forgets the last event: nothing of the caller's is held between two. */
    void clear() {
        for (long mask = heldMask; mask != 0; mask &= mask - 1) {
            held[Long.numberOfTrailingZeros(mask)] = null;
        }
        heldMask = 0;
        knownMask = 0;
        others.clear();
    }

    void add(@Nullable String name, @Nullable Object value) {
        add(keys.key(name), value);
    }

    /** Takes in key-values. Where it can, it only notes which of them is which field. */
    void add(List<KeyValuePair> keyValues) {
        for (int i = 0; i < keyValues.size(); i++) { // an iterator would be garbage
            KeyValuePair pair = keyValues.get(i);
            Key key = recent.key(pair.key, i);
            if (isFree(key) && recent.isAt(pair.key, i) && !isSpecial(key, pair.value)) {
                places[key.position()] = i;
                knownMask |= 1L << key.position();
            } else {
                add(key, pair.value);
            }
        }
    }

    /** The places of the catalog's fields that the event brings, one bit each. */
    long knownMask() {
        return knownMask;
    }

    /**
     * The value of the catalog's field at a place.
     *
     * @param keyValues those that were taken in
     */
    @Nullable
    Object known(int position, List<KeyValuePair> keyValues) {
        int place = places[position];
        return place == HELD ? held[position] : noted(place, keyValues);
    }

    boolean has(Field field) {
        return (knownMask & bit(field)) != 0;
    }

    /** Whether the event brings a field itself, as it is written. */
    boolean has(String name) {
        int position = keys.key(name).position();
        return position < 0 ? others.has(name) : (knownMask & 1L << position) != 0;
    }

    void setIfAbsent(int position, Object value) {
        if ((knownMask & 1L << position) == 0) {
            hold(position, value);
        }
    }

    NamedValues others() {
        return others;
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
            hold(position, value);
        }
    }

    private void hold(int position, @Nullable Object value) {
        held[position] = value;
        places[position] = HELD;
        heldMask |= 1L << position;
        knownMask |= 1L << position;
    }

    /** Whether a field of the catalog has no value yet. */
    private boolean isFree(Key key) {
        int position = key.position();
        return position >= 0 && !key.isReserved() && (knownMask & 1L << position) == 0;
    }

    /** The value of a key-value that was noted, unless the program changes the list meanwhile. */
    private @Nullable Object noted(int place, List<KeyValuePair> keyValues) {
        if (place < keyValues.size()) {
            KeyValuePair pair = keyValues.get(place);
            if (recent.isAt(pair.key, place)) {
                return pair.value;
            }
        }
        return new Unreadable("[changed while it was read]");
    }

    private static boolean isSpecial(Key key, @Nullable Object value) {
        return value instanceof FieldValue || isMissing(key, value);
    }

    /** The receiver refuses a row without a service or an environment: nothing is no reason to lose the configured one. */
    private static boolean isMissing(Key key, @Nullable Object value) {
        return key.isRequired() && (value == null || SafeText.of(value).isBlank());
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
        for (int i = 2; others.has(free.name()); i = others.next(i)) {
            free = keys.numbered(key, i);
        }
        others.add(free, value);
    }

    private static long bit(Field field) {
        return 1L << Fields.position(field.name());
    }
}
