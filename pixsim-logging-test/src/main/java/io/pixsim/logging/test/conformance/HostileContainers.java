package io.pixsim.logging.test.conformance;

import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/** Maps, lists and arrays that do harm when they are read. */
final class HostileContainers {

    private HostileContainers() {}

    static List<Object> listInItself() {
        List<Object> list = new ArrayList<>(List.of("whole"));
        list.add(list);
        return list;
    }

    static Map<String, Object> mapInItself() {
        Map<String, Object> map = new LinkedHashMap<>(Map.of("whole", "whole"));
        map.put("itself", map);
        return map;
    }

    static Map<Object, Object> mapAsItsOwnKey() {
        IdentityHashMap<Object, Object> map = new IdentityHashMap<>();
        map.put(map, "whole");
        return map;
    }

    static Object[] arrayInItself() {
        Object[] array = {"whole", null};
        array[1] = array;
        return array;
    }

    /** A map that holds a list that holds the map. */
    static Map<String, Object> mutual() {
        Map<String, Object> map = new HashMap<>();
        map.put("list", new ArrayList<>(List.of("whole", new Object[] {map})));
        return map;
    }

    static Map<String, Object> oftenInItself() {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < 50; i++) {
            map.put("self-" + i, map);
        }
        return map;
    }

    static Object nested(int depth, UnaryOperator<Object> layer) {
        return nested("bottom", depth, layer);
    }

    private static Object nested(Object bottom, int depth, UnaryOperator<Object> layer) {
        Object value = bottom;
        for (int i = 0; i < depth; i++) {
            value = layer.apply(value);
        }
        return value;
    }

    /** Ten of the same in ten of the same, twenty deep: a small object whose text would fill any disk. */
    static Object wideAndDeep(Patience patience) {
        Object leaf = new Hostile.Saying(() -> {
            patience.read();
            return "leaf";
        });
        return nested(leaf, 20, inner -> {
            Object[] row = new Object[10];
            Arrays.fill(row, inner);
            return row;
        });
    }

    /** A view of a list that has changed since: any access throws. */
    static List<Object> staleView() {
        List<Object> list = new ArrayList<>(List.of("a", "b", "c"));
        List<Object> view = list.subList(0, 2);
        list.add("d");
        return view;
    }

    /** Changes itself while it is gone through. */
    static List<Object> changingUnderway() {
        List<Object> list = new ArrayList<>(List.of("a", "b", "c", "d"));
        list.set(1, new Hostile.Saying(() -> {
            list.add("more");
            return "b";
        }));
        return list;
    }

    static List<Object> failingHalfWay() {
        return new AbstractList<>() {
            @Override
            public Object get(int index) {
                if (index == 2) {
                    throw new ConcurrentModificationException("half-way");
                }
                return "element";
            }

            @Override
            public int size() {
                return 4;
            }
        };
    }

    static List<Object> sized(int size) {
        return new AbstractList<>() {
            @Override
            public Object get(int index) {
                if (index > 2) {
                    throw new IndexOutOfBoundsException(index);
                }
                return "element";
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    static AbstractCollection<Object> iterating(Supplier<@Nullable Iterator<Object>> iterators) {
        return new AbstractCollection<>() {
            @Override
            @SuppressWarnings("NullAway") // null is one of the things that a collection must not give
            public Iterator<Object> iterator() {
                return iterators.get();
            }

            @Override
            public int size() {
                return 3;
            }
        };
    }

    static Iterator<Object> withoutEnd(Patience patience) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Object next() {
                patience.read();
                return 1;
            }
        };
    }

    static Iterator<Object> promisingMore() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Object next() {
                throw new NoSuchElementException("there is no more");
            }
        };
    }

    static Map<String, Object> mapWithoutEnd(Patience patience) {
        return mapOf(new AbstractCollectionSet<>(() -> new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Map.Entry<String, Object> next() {
                patience.read();
                return Map.entry("key-" + next++, 1);
            }
        }));
    }

    static Map<String, Object> mapThatThrows() {
        return new AbstractMap<>() {
            @Override
            public Set<Entry<String, Object>> entrySet() {
                throw new ConcurrentModificationException("now");
            }
        };
    }

    @SuppressWarnings("NullAway") // the very thing
    static Map<String, Object> mapOfNullEntries() {
        return mapOf(new AbstractCollectionSet<>(
                () -> Collections.<Map.Entry<String, Object>>singletonList(null).iterator()));
    }

    @SuppressWarnings("NullAway") // the very thing
    static Map<String, Object> mapWithoutEntries() {
        return mapOf(null);
    }

    static Map<String, Object> mapThatLies(int size) {
        return new AbstractMap<>() {
            @Override
            public Set<Entry<String, Object>> entrySet() {
                return Map.<String, Object>of("whole", "whole").entrySet();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    static Map<Object, Object> map(@Nullable Object... keysAndValues) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            put(map, keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    @SuppressWarnings("NullAway") // a hash map takes null for both
    private static void put(Map<Object, Object> map, @Nullable Object key, @Nullable Object value) {
        map.put(key, value);
    }

    private static Map<String, Object> mapOf(Set<Map.Entry<String, Object>> entries) {
        return new AbstractMap<>() {
            @Override
            public Set<Entry<String, Object>> entrySet() {
                return entries;
            }

            @Override
            public int size() {
                return 3;
            }

            @Override
            public boolean isEmpty() {
                return false;
            }
        };
    }

    /** A set that is nothing but an iterator. */
    private static final class AbstractCollectionSet<E> extends java.util.AbstractSet<E> {

        private final Supplier<Iterator<E>> iterators;

        AbstractCollectionSet(Supplier<Iterator<E>> iterators) {
            this.iterators = iterators;
        }

        @Override
        public Iterator<E> iterator() {
            return iterators.get();
        }

        @Override
        public int size() {
            return 3;
        }
    }
}
