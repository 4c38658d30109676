package io.pixsim.logging.collector.store.opensearch;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A value in an answer; what is not there is a value too, so that a way through many needs no question at each step. */
record Node(@Nullable Object value) {

    static final Node MISSING = new Node(null);

    boolean isMissing() {
        return value == null;
    }

    Node get(String name) {
        return value instanceof Map<?, ?> map ? new Node(map.get(name)) : MISSING;
    }

    /** The object itself, as it was read, to be changed. */
    @SuppressWarnings("unchecked")
    Map<String, Object> map() {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    List<Node> list() {
        return value instanceof List<?> list ? list.stream().map(Node::new).toList() : List.of();
    }

    String text() {
        return value == null ? "" : value.toString();
    }

    long number() {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
