package io.pixsim.logging.encode;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Values under keys outside of the catalog, in the order in which they came, no name twice. A few names are compared one by
 * one, many are hashed. Used again for one event after another; for one thread.
 */
final class NamedValues {

    private static final int FEW = 16;

    private Key[] keys = new Key[FEW];
    private @Nullable Object[] values = new Object[FEW];
    private int size;
    private @Nullable Map<String, Integer> places;

    int size() {
        return size;
    }

    Key key(int index) {
        return keys[index];
    }

    @Nullable
    Object value(int index) {
        return values[index];
    }

    boolean has(String name) {
        return place(name) >= 0;
    }

    /** The place of a name; -1 when there is none. */
    int place(String name) {
        if (places != null) {
            return places.getOrDefault(name, -1);
        }
        for (int i = 0; i < size; i++) {
            if (keys[i].name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Adds a value under a name that is not there yet. */
    void add(Key key, @Nullable Object value) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        if (keys[size] != key) { // to store a reference costs the collector's barrier
            keys[size] = key;
        }
        values[size] = value;
        if (places != null) {
            places.put(key.name(), size);
        }
        size++;
        if (size > FEW && places == null) {
            places = places();
        }
    }

    /** Takes a value out; those behind it move up. */
    void remove(int index) {
        System.arraycopy(keys, index + 1, keys, index, size - index - 1);
        System.arraycopy(values, index + 1, values, index, size - index - 1);
        values[--size] = null;
        if (places != null) {
            places = places();
        }
    }

    private Map<String, Integer> places() {
        Map<String, Integer> all = new HashMap<>();
        for (int i = 0; i < size; i++) {
            all.put(keys[i].name(), i);
        }
        return all;
    }

    /** Adds a value, or puts it in the place of the one that has its name. */
    void put(Key key, @Nullable Object value) {
        int place = place(key.name());
        if (place < 0) {
            add(key, value);
        } else {
            values[place] = value;
        }
    }

    /** A number for the second, third, … value of one name to be tried next; among many a free one is far away. */
    int next(int number) {
        return size <= 2 * FEW ? number + 1 : number + size;
    }

    /** Forgets all: nothing of the caller's is held between two events. */
    void clear() {
        if (size == 0) {
            return;
        }
        Arrays.fill(values, 0, size, null);
        if (keys.length > FEW) {
            keys = new Key[FEW];
            values = new Object[FEW];
        }
        size = 0;
        places = null;
    }
}
