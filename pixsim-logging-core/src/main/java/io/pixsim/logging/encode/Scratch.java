package io.pixsim.logging.encode;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What the encoding of one event needs and the next can use again. For one thread at a time. */
final class Scratch {

    private static final int USUAL_SIZE = 1024;

    final JsonWriter out = new JsonWriter(USUAL_SIZE);
    final FieldWriter writer;
    final EventFields fields;
    final MessageText message;
    final JsonFailureSink failures;
    final Timestamps timestamps = new Timestamps();
    final List<String> repaired = new ArrayList<>();

    private final Origin origin;
    private final KeyTable keys;
    private final FieldWriter contextWriter;
    private WeakReference<Map<String, @Nullable String>> lastContext = new WeakReference<>(null);
    private @Nullable ContextBytes lastBytes;

    Scratch(Origin origin, KeyTable keys, FrameCache frames, Limits limits, Dialect dialect) {
        this.origin = origin;
        this.keys = keys;
        this.writer = new FieldWriter(keys, limits, dialect, out);
        this.contextWriter = new FieldWriter(keys, limits, dialect, new JsonWriter(USUAL_SIZE));
        this.fields = new EventFields(keys);
        this.message = new MessageText(writer.values(), limits);
        this.failures = new JsonFailureSink(out, frames, limits);
    }

    /** Forgets the last event, so that nothing of the caller's is held between two. */
    void clear() {
        out.reset();
        fields.clear();
        repaired.clear();
    }

    /** The bytes of a context: those of the last one when it is the same object and can't have changed. */
    ContextBytes context(Map<String, @Nullable String> context) {
        ContextBytes known = lastBytes;
        if (known != null && lastContext.get() == context) {
            return known;
        }
        ContextBytes bytes = ContextBytes.of(origin, context, keys, contextWriter);
        if (ContextBytes.isImmutable(context)) {
            lastContext = new WeakReference<>(context);
            lastBytes = bytes;
        }
        return bytes;
    }
}
