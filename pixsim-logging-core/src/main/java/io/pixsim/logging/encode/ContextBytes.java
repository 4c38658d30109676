package io.pixsim.logging.encode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for every event of one context, encoded once: the configured fields and those that the context bound,
 * in catalog order, then the context's others. Immutable.
 *
 * <p>Between two events of one thread the context is mostly the same object, so its bytes are copied instead of written
 * again. A range of the catalog is a range of the bytes: what the event brings itself is put in between.
 */
final class ContextBytes implements ContextFields {

    private static final Class<?> READ_ONLY_VIEW =
            Collections.unmodifiableMap(new HashMap<>()).getClass();
    private static final Class<?> EMPTY = Collections.emptyMap().getClass();
    private static final Class<?> OF_ONE = Map.of("a", "b").getClass();
    private static final Class<?> OF_MANY = Map.of().getClass();

    private static final int FIELDS = Fields.all().size();

    /** No context. */
    static final ContextBytes NONE =
            new ContextBytes(new byte[0], new int[FIELDS + 1], List.of(), List.of(), List.of(), ContextEntries.NONE);

    private final byte[] bytes;
    /** Where each place of the catalog begins; one more for the end of the last. */
    private final int[] starts;

    private final List<Other> others;
    private final List<RawMark> marks;
    private final List<String> repaired;
    private final ContextEntries entries;

    private ContextBytes(
            byte[] bytes,
            int[] starts,
            List<Other> others,
            List<RawMark> marks,
            List<String> repaired,
            ContextEntries entries) {
        this.bytes = bytes;
        this.starts = starts;
        this.others = others;
        this.marks = marks;
        this.repaired = repaired;
        this.entries = entries;
    }

    /**
     * Whether a context can't change, so that the same object means the same entries. Logback hands out a view that nobody
     * writes to; a map that someone made by hand may change between two events.
     */
    static boolean isImmutable(Map<String, @Nullable String> context) {
        Class<?> type = context.getClass();
        return type == READ_ONLY_VIEW || type == EMPTY || type == OF_ONE || type == OF_MANY;
    }

    /** Encodes a context. */
    static ContextBytes of(
            Map<String, @Nullable String> context, BoundFields bound, FieldWriter writer, KeyTable keys) {
        bound.read(context);
        JsonWriter out = writer.out();
        int[] starts = new int[FIELDS + 1];
        for (int i = 0; i < FIELDS; i++) {
            starts[i] = out.size();
            bound.writeKnown(i, i + 1, writer);
        }
        starts[FIELDS] = out.size();
        List<Other> others = new ArrayList<>();
        NamedValues values = bound.others();
        List<String> repaired = new ArrayList<>(bound.repaired());
        for (int i = 0; i < values.size(); i++) {
            int start = out.size();
            writer.other(values.key(i), values.value(i), repaired);
            others.add(new Other(values.key(i).name(), start, out.size()));
        }
        ContextEntries entries = ContextEntries.of(context, keys, out.toString(), repaired);
        return new ContextBytes(
                out.toByteArray(),
                starts,
                List.copyOf(others),
                List.copyOf(writer.marks()),
                List.copyOf(repaired),
                entries);
    }

    /** What was bound. */
    ContextEntries entries() {
        return entries;
    }

    @Override
    public void writeKnown(int from, int to, FieldWriter writer) {
        int start = starts[from];
        int end = starts[to];
        if (start == end) {
            return;
        }
        int at = writer.out().size();
        writer.out().raw(bytes, start, end);
        for (int i = 0; i < marks.size(); i++) {
            RawMark mark = marks.get(i);
            if (mark.name() >= start && mark.end() <= end) {
                writer.marks().add(mark.movedBy(at - start));
            }
        }
    }

    @Override
    public void writeOthers(NamedValues own, FieldWriter writer) {
        JsonWriter out = writer.out();
        if (own.size() == 0) {
            if (!others.isEmpty()) {
                out.raw(bytes, starts[FIELDS], bytes.length);
            }
            return;
        }
        for (Other other : others) {
            if (!own.has(other.name)) {
                out.raw(bytes, other.start, other.end);
            }
        }
    }

    @Override
    public boolean hasOther(String name) {
        for (Other other : others) {
            if (other.name.equals(name)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<String> repaired() {
        return repaired;
    }

    private record Other(String name, int start, int end) {}
}
