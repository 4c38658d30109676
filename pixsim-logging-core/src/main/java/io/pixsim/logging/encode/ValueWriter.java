package io.pixsim.logging.encode;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.pixsim.logging.redact.Redactor;
import io.pixsim.logging.redact.Safe;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * Writes raw values, of whatever type, as JSON: each passes the redactor under its key first. What a value does when it
 * is read stays its own affair: a member that throws, a map that contains itself or nests too deep becomes a text that
 * says so.
 */
final class ValueWriter {

    private static final int FEW = 16;

    private final KeyTable keys;
    private final Limits limits;
    private final JsonWriter out;
    private final Redactor redactor;
    private final TextWriter texts;
    private final @Nullable Object[] path = new Object[Limits.MAX_DEPTH];
    private int depth;
    private boolean vouched;
    private int end;

    ValueWriter(KeyTable keys, Limits limits, JsonWriter out) {
        this.keys = keys;
        this.limits = limits;
        this.out = out;
        this.redactor = keys.redactor();
        this.texts = new TextWriter(redactor, limits, out);
    }

    /** Writes a member: under a sensitive key the mask, whatever the value. */
    void member(Key key, @Nullable Object raw) {
        if (key.isRepaired()) {
            out.countRepair();
        }
        out.name(key);
        value(vouched ? raw : key.visible(raw));
    }

    /** Writes a text without its secrets, unless the program vouches for it. */
    private void text(String text) {
        if (vouched) {
            texts.vouchedFor(text);
        } else {
            texts.write(text);
        }
    }

    TextWriter texts() {
        return texts;
    }

    void value(@Nullable Object raw) {
        if (raw instanceof String string) {
            text(References.shortened(string));
        } else if (raw instanceof Safe<?> safe) {
            vouchedFor(safe);
        } else {
            other(Wrapped.content(raw, keys));
        }
    }

    /** Writes what the program vouches for, whatever it holds. */
    private void vouchedFor(Safe<?> safe) {
        boolean before = vouched;
        vouched = true;
        try {
            value(safe.value());
        } finally {
            vouched = before;
        }
    }

    private void other(@Nullable Object value) {
        if (value instanceof String string) {
            text(References.shortened(string));
        } else if (value == null) {
            out.nullValue();
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Boolean bool) {
            out.bool(bool);
        } else if (isContainer(value)) {
            container(value);
        } else {
            text(plain(value));
        }
    }

    private static boolean isContainer(Object value) {
        return value instanceof Map
                || value instanceof Collection
                || value instanceof Record
                || value instanceof Map.Entry
                || value instanceof KeyValuePair
                || (value.getClass().isArray() && !(value instanceof byte[]) && !(value instanceof char[]));
    }

    /** The text of a value that is not a container. */
    private String plain(Object value) {
        String text = PlainText.of(value);
        if (value instanceof Unreadable || SafeText.isFailure(value, text)) {
            out.countRepair();
        }
        return text;
    }

    private void number(Number number) {
        if (Numbers.isWhole(number) && Redactor.isCard(number.longValue()) && !vouched) {
            out.string(redactor.mask(number));
        } else if (Numbers.isWhole(number)) {
            out.number(number.longValue());
        } else if (Numbers.isFraction(number)) {
            out.number(number);
        } else {
            out.countRepair();
            text(Numbers.text(number));
        }
    }

    private void container(Object container) {
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
            boolean hidden = !vouched && value != null && redactor.hidesInPair(name, map);
            member(unused(keys.key(name), written), hidden ? redactor.mask(value) : value);
        }
    }

    /** A map's key as a name: of one that holds others, nothing is shown that its own keys hide. */
    private String name(@Nullable Object key) {
        return key instanceof String name ? name : key == null ? "null" : textOf(key);
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
        boolean hidden =
                !vouched && before instanceof String && redactor.hidesNext(before, element, oneOfTwo && isInList());
        value(hidden ? redactor.mask(element) : element);
    }

    private boolean isInList() {
        Object parent = depth > 1 ? path[depth - 2] : null;
        return parent instanceof Collection
                || (parent != null && parent.getClass().isArray());
    }

    /** A value as people read it: without its secrets, unless the program vouches for it, and cut to the limit. */
    String shown(@Nullable Object raw) {
        String text = raw == null ? "null" : textOf(raw);
        return raw instanceof Safe ? texts.cut(text) : texts.visible(text);
    }

    /** A value as it stands in a text field: itself when it is text, else its JSON. */
    String textOf(@Nullable Object raw) {
        Object value = Wrapped.content(raw, keys);
        if (value instanceof String string) {
            return References.shortened(string);
        }
        if (value == null) {
            return "null";
        }
        if (!isContainer(value)) {
            return plain(value);
        }
        JsonWriter json = new JsonWriter(256);
        ValueWriter nested = new ValueWriter(keys, limits, json);
        // A key that is a container may hold the very map that it is a key of.
        System.arraycopy(path, 0, nested.path, 0, depth);
        nested.depth = depth;
        nested.end = limits.maxValueBytes();
        nested.value(value);
        if (json.repairs() > 0) {
            out.countRepair();
        }
        return json.toString();
    }

    /** Whether this value has had its share: what one leaves out, the fields after it keep. */
    private boolean isCut() {
        return out.size() > end || isFull();
    }

    boolean isFull() {
        return out.size() > limits.maxEventBytes();
    }
}
