package io.pixsim.logging.encode;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What the encoding of one event needs and the next can use again. For one thread at a time. */
final class Scratch {

    private static final int USUAL_SIZE = 1024;

    /** Of so many contexts that are not like the encoded one, one takes its place. */
    private static final int STRANGERS = 32;

    final JsonWriter out = new JsonWriter(USUAL_SIZE);
    final FieldWriter writer;
    final EventFields fields;
    final MessageText message;
    final JsonFailureSink failures;
    final Timestamps timestamps = new Timestamps();
    final SourceBytes source = new SourceBytes();
    final List<String> repaired = new ArrayList<>();
    final Line line = new ScratchLine(this);

    /** Where the pool has it; -1 when it has not. */
    int place = -1;

    private final KeyTable keys;
    private final Limits limits;
    private final BoundFields bound;
    private WeakReference<Map<String, @Nullable String>> lastContext = new WeakReference<>(null);
    private final ChangedContext changed = new ChangedContext();
    private @Nullable ContextBytes bytes;
    /** Whether the bytes are those of the last context. */
    private boolean known;

    private int strangers;
    private ContextFields context;

    Scratch(Origin origin, KeyTable keys, FrameCache frames, Limits limits) {
        this.keys = keys;
        this.limits = limits;
        this.writer = new FieldWriter(keys, limits, out);
        this.fields = new EventFields(keys);
        this.bound = new BoundFields(origin, keys);
        this.context = bound;
        this.message = new MessageText(writer.values());
        this.failures = new JsonFailureSink(writer.values().texts(), out, frames, limits);
    }

    KeyTable keys() {
        return keys;
    }

    /** Whether a field outside of the catalog stands under a name. */
    boolean isTaken(String name) {
        return fields.others().has(name) || context.hasOther(name);
    }

    /** Forgets the last event, so that nothing of the caller's is held between two. */
    void clear() {
        out.reset();
        fields.clear();
        bound.clear();
        changed.clear();
        if (!writer.marks().isEmpty()) {
            writer.marks().clear();
        }
        if (!repaired.isEmpty()) {
            repaired.clear();
        }
    }

    /**
     * The fields of a context. Most contexts are those of the event before, or differ from an earlier one in a field or
     * two, and few are seen once only: when the same object comes a second time, and can't have changed, its bytes are
     * kept; and now and then those of one that comes once, for the next to be compared with.
     */
    ContextFields context(Map<String, @Nullable String> entries) {
        ContextFields read = fieldsOf(entries);
        if (context != read) { // to store a reference costs the collector's barrier
            context = read;
        }
        return read;
    }

    private ContextFields fieldsOf(Map<String, @Nullable String> context) {
        if (lastContext.refersTo(context)) {
            return known && bytes != null ? bytes : learn(context);
        }
        if (ContextBytes.isImmutable(context)) {
            lastContext = new WeakReference<>(context);
        }
        known = false;
        if (bytes != null && changed.read(context, bytes)) {
            return changed;
        }
        changed.clear();
        if (++strangers % STRANGERS == 0) {
            bytes = bytesOf(context);
            return bytes;
        }
        return bound.read(context);
    }

    private ContextBytes learn(Map<String, @Nullable String> context) {
        ContextBytes made = bytesOf(context);
        bytes = made;
        known = true;
        return made;
    }

    private ContextBytes bytesOf(Map<String, @Nullable String> context) {
        FieldWriter fields = new FieldWriter(keys, limits, new JsonWriter(USUAL_SIZE));
        ContextBytes made = ContextBytes.of(context, bound, fields, keys);
        bound.clear();
        return made;
    }
}
