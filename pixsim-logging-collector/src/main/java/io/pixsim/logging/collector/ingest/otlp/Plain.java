package io.pixsim.logging.collector.ingest.otlp;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Measures plain values. */
final class Plain {

    private Plain() {}

    /** How many characters a value holds, roughly. */
    static long size(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        if (value instanceof Map<?, ?> map) {
            return size(List.copyOf(map.keySet()))
                    + map.values().stream().mapToLong(Plain::size).sum();
        }
        return value instanceof List<?> list
                ? list.stream().mapToLong(Plain::size).sum()
                : Long.BYTES;
    }

    /** Whether objects and lists are within each other more than so many times. */
    static boolean isDeeperThan(@Nullable Object value, int depth) {
        Collection<?> inner =
                value instanceof Map<?, ?> map ? map.values() : value instanceof List<?> list ? list : List.of();
        boolean isScalar = !(value instanceof Map || value instanceof List);
        return !isScalar && (depth == 0 || inner.stream().anyMatch(one -> isDeeperThan(one, depth - 1)));
    }
}
