package io.pixsim.logging.encode;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.pixsim.logging.redact.Redactor;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * Writes maps, lists, arrays and records as JSON: each member passes the redactor under its key first. What a container does
 * when it is read stays its own affair: a member that throws, a map that contains itself or nests too deep becomes a text
 * that says so. For one thread.
 */
final class ContainerWriter {

    private static final int FEW = 16;

    private final KeyTable keys;
    private final Limits limits;
    private final JsonWriter out;
    private final ValueWriter values;
    private final Redactor redactor;
    private final @Nullable Object[] path = new Object[Limits.MAX_DEPTH];
    private int depth;
    private int end;

    ContainerWriter(KeyTable keys, Limits limits, JsonWriter out, ValueWriter values) {
        this.keys = keys;
        this.limits = limits;
        this.out = out;
        this.values = values;
        this.redactor = keys.redactor();
    }

    /** Whether a value is a container. */
    static boolean takes(Object value) {
        return value instanceof Map
                || value instanceof Collection
                || value instanceof Record
                || value instanceof Map.Entry
                || value instanceof KeyValuePair
                || (value.getClass().isArray() && !(value instanceof byte[]) && !(value instanceof char[]));
    }

    /** Begins within the containers of another one: a key that is a container may hold the very map that it is a key of. */
    void goOnWithin(ContainerWriter outer) {
        System.arraycopy(outer.path, 0, path, 0, outer.depth);
        depth = outer.depth;
        end = limits.maxValueBytes();
    }

    /** Writes a container; what it does when it is read is held against it alone. */
    void write(Object container) {
        if (depth == limits.maxDepth()) {
            placeholder("[nested deeper than " + limits.maxDepth() + "]");
            return;
        }
        if (isOnPath(container)) {
            placeholder("[contains itself]");
            return;
        }
        int start = out.size();
        int depthBefore = depth;
        if (depth == 0) {
            end = start + limits.maxValueBytes();
        }
        path[depth++] = container;
        try {
            members(container);
        } catch (Throwable e) { // the container's own code; what was written of it so far is taken back
            out.truncate(start);
            placeholder(SafeText.failure(container, e));
        } finally {
            depth = depthBefore;
            path[depth] = null;
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
        if (container instanceof Collection || container.getClass().isArray()) {
            out.beginArray();
            elements(container);
            out.endArray();
            return;
        }
        out.beginObject();
        if (container instanceof Map<?, ?> map) {
            entries(map);
        } else if (container instanceof Map.Entry<?, ?> entry) {
            member(keys.key(name(entry.getKey())), entry.getValue());
        } else if (container instanceof KeyValuePair pair) {
            member(keys.key(pair.key), pair.value);
        } else {
            entries(RecordComponents.of((Record) container));
        }
        out.endObject();
    }

    /** Writes a member: under a sensitive key the mask, whatever the value. */
    private void member(Key key, @Nullable Object raw) {
        if (key.isRepaired()) {
            out.countRepair();
        }
        out.name(key);
        values.value(values.isVouchedFor() ? raw : key.visible(raw));
    }

    private void elements(Object container) {
        if (container instanceof Collection<?> collection) {
            elements(collection);
        } else {
            arrayElements(container);
        }
    }

    private void entries(Map<?, ?> map) {
        Set<String> written = new HashSet<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (isCut()) {
                out.countRepair();
                out.name(unused(keys.key("_cut"), written));
                out.bool(true);
                return;
            }
            String name = name(entry.getKey());
            Object value = entry.getValue();
            boolean hidden = !values.isVouchedFor() && value != null && redactor.hidesInPair(name, map);
            member(unused(keys.key(name), written), hidden ? redactor.mask(value) : value);
        }
    }

    /** A map's key as a name: of one that holds others, nothing is shown that its own keys hide. */
    private String name(@Nullable Object key) {
        return key instanceof String name ? name : key == null ? "null" : values.textOf(key);
    }

    /** Keys that differ may have the same text; JSON names must not. */
    private Key unused(Key key, Set<String> written) {
        Key free = key;
        for (int i = 2; !written.add(free.name()); i = i < FEW ? i + 1 : i + written.size()) {
            out.countRepair();
            free = keys.numbered(key, i);
        }
        return free;
    }

    private void elements(Collection<?> collection) {
        Object before = null;
        for (Object element : collection) {
            if (isCut()) {
                placeholder("[cut]");
                return;
            }
            element(before, element, collection.size() == 2);
            before = element;
        }
    }

    private void arrayElements(Object array) {
        int length = Array.getLength(array);
        Object before = null;
        for (int i = 0; i < length; i++) {
            if (isCut()) {
                placeholder("[cut]");
                return;
            }
            Object element = Array.get(array, i);
            element(before, element, length == 2);
            before = element;
        }
    }

    /** An element of a list: it may be what the one before it hides, an option or a name. */
    private void element(@Nullable Object before, @Nullable Object element, boolean oneOfTwo) {
        boolean hidden = !values.isVouchedFor()
                && before instanceof String
                && redactor.hidesNext(before, element, oneOfTwo && isInList());
        values.value(hidden ? redactor.mask(element) : element);
    }

    private boolean isInList() {
        Object parent = depth > 1 ? path[depth - 2] : null;
        return parent instanceof Collection
                || (parent != null && parent.getClass().isArray());
    }

    /** Whether this value has had its share: what one leaves out, the fields after it keep. */
    private boolean isCut() {
        return out.size() > end || values.isFull();
    }
}
