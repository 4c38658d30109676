package io.pixsim.logging.gate;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A map that forgets some of its entries when there are too many; each is told of before it is out of the map. Safe for use by
 * many threads.
 */
final class BoundedMap<K, V> {

    private static final int MAX = 10_000;

    private final ConcurrentHashMap<K, V> entries = new ConcurrentHashMap<>();
    private final Consumer<V> leaving;

    BoundedMap(Consumer<V> leaving) {
        this.leaving = leaving;
    }

    @Nullable
    V find(K key) {
        return entries.get(key);
    }

    V get(K key, Function<K, V> create) {
        V found = entries.get(key);
        if (found != null) {
            return found;
        }
        if (entries.size() >= MAX) {
            forgetSome();
        }
        return entries.computeIfAbsent(key, create);
    }

    void remove(K key, V value) {
        entries.remove(key, value);
    }

    Collection<V> values() {
        return entries.values();
    }

    void forEach(BiConsumer<K, V> each) {
        entries.forEach(each);
    }

    private void forgetSome() {
        Iterator<Map.Entry<K, V>> some = entries.entrySet().iterator();
        for (int i = 0; i < MAX / 10 && some.hasNext(); i++) {
            Map.Entry<K, V> entry = some.next();
            leaving.accept(entry.getValue());
            entries.remove(entry.getKey(), entry.getValue());
        }
    }
}
