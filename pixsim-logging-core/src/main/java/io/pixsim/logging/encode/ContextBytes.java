package io.pixsim.logging.encode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for every event of one context, encoded once: the configured fields and those that the context bound,
 * in catalog order, then the context's others. Immutable.
 *
 * <p>Between two events of one thread the context is mostly the same object, so its bytes are copied instead of written
 * again. A range of the catalog is a range of the bytes: what the event brings itself is put in between.
 */
final class ContextBytes {

    private static final Set<Class<?>> IMMUTABLE = Set.of(
            Collections.unmodifiableMap(new HashMap<>()).getClass(),
            Collections.emptyMap().getClass(),
            Map.of().getClass(),
            Map.of("a", "b").getClass());

    private static final int FIELDS = Fields.all().size();

    private final byte[] bytes;
    /** Where each place of the catalog begins; one more for the end of the last. */
    private final int[] starts;

    private final List<Other> others;
    private final List<String> repaired;
    private final Set<String> rawNames;

    private ContextBytes(byte[] bytes, int[] starts, List<Other> others, List<String> repaired, Set<String> rawNames) {
        this.bytes = bytes;
        this.starts = starts;
        this.others = others;
        this.repaired = repaired;
        this.rawNames = rawNames;
    }

    /**
     * Whether a context can't change, so that the same object means the same entries. Logback hands out a view that nobody
     * writes to; a map that someone made by hand may change between two events.
     */
    static boolean isImmutable(Map<String, @Nullable String> context) {
        return IMMUTABLE.contains(context.getClass());
    }

    /** Encodes a context. */
    static ContextBytes of(Origin origin, Map<String, @Nullable String> context, KeyTable keys, FieldWriter writer) {
        BoundFields bound = BoundFields.of(origin, context, keys);
        JsonWriter out = writer.out();
        out.reset();
        // Every part begins with a comma: something stands before it.
        out.nullValue();
        int begin = out.size();
        int[] starts = new int[FIELDS + 1];
        List<String> repaired = new ArrayList<>();
        Set<String> rawNames = Set.of();
        for (int i = 0; i < FIELDS; i++) {
            starts[i] = out.size() - begin;
            Object value = bound.known(i);
            if (value != null) {
                String raw = writer.known(i, value, bound.others()::containsKey, repaired);
                if (raw != null) {
                    rawNames = rawNames.isEmpty() ? new HashSet<>() : rawNames;
                    rawNames.add(raw);
                }
            }
        }
        starts[FIELDS] = out.size() - begin;
        List<Other> others = new ArrayList<>();
        bound.others().forEach((name, value) -> {
            int start = out.size() - begin;
            writer.other(keys.key(name), value, repaired);
            if (bound.isRepaired(name) && !repaired.contains(name)) {
                repaired.add(name);
            }
            others.add(new Other(name, start, out.size() - begin));
        });
        return new ContextBytes(out.copy(begin), starts, List.copyOf(others), List.copyOf(repaired), rawNames);
    }

    /** Copies the fields from one place of the catalog up to another. */
    void copyKnown(int from, int to, JsonWriter out) {
        out.raw(bytes, starts[from], starts[to]);
    }

    /** Copies the others, but for those that the event brings itself. */
    void copyOthers(EventFields own, JsonWriter out) {
        if (own.others() == 0) {
            out.raw(bytes, starts[FIELDS], bytes.length);
            return;
        }
        for (Other other : others) {
            if (!own.hasOther(other.name)) {
                out.raw(bytes, other.start, other.end);
            }
        }
    }

    /** Whether a name stands here already because a value could not stand under its own. */
    boolean hasRaw(String name) {
        return rawNames.contains(name);
    }

    boolean hasOther(String name) {
        return others.stream().anyMatch(other -> other.name.equals(name));
    }

    List<String> repaired() {
        return repaired;
    }

    private record Other(String name, int start, int end) {}
}
