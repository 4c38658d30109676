package io.pixsim.logging.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a context, by place in the catalog and by name; what is configured gives way to what is bound. Used again
 * for one context after another; for one thread.
 */
final class BoundFields implements ContextFields {

    private static final int SERVICE = Fields.position(Fields.SERVICE.name());
    private static final int ENV = Fields.position(Fields.ENV.name());

    private final Origin origin;
    private final KeyTable keys;
    private final @Nullable Object[] known = new Object[Fields.all().size()];
    private final NamedValues others = new NamedValues();
    private final List<String> repaired = new ArrayList<>();
    private final BiConsumer<String, @Nullable String> binding = this::bind;
    private long knownMask;
    private boolean aliased;

    BoundFields(Origin origin, KeyTable keys) {
        this.origin = origin;
        this.keys = keys;
    }

    /** Takes in a context. */
    BoundFields read(Map<String, @Nullable String> context) {
        if (!context.isEmpty()) {
            context.forEach(binding);
        }
        if (aliased) {
            Fields.aliases().forEach(this::rename);
        }
        bindIfMissing(SERVICE, origin.service());
        bindIfMissing(ENV, origin.env());
        return this;
    }

    /** Forgets the context: nothing of it is held between two events. */
    void clear() {
        for (long mask = knownMask; mask != 0; mask &= mask - 1) {
            known[Long.numberOfTrailingZeros(mask)] = null;
        }
        knownMask = 0;
        aliased = false;
        others.clear();
        repaired.clear();
    }

    /** The places of the catalog's fields that are bound, one bit each. */
    long knownMask() {
        return knownMask;
    }

    @Nullable
    Object known(int position) {
        return known[position];
    }

    NamedValues others() {
        return others;
    }

    @Override
    public void writeKnown(int from, int to, FieldWriter writer) {
        long range = (1L << to) - (1L << from);
        for (long mask = knownMask & range; mask != 0; mask &= mask - 1) {
            int position = Long.numberOfTrailingZeros(mask);
            Object value = known[position];
            if (value != null) {
                writer.known(position, value, repaired);
            }
        }
    }

    @Override
    public void writeOthers(NamedValues own, FieldWriter writer) {
        for (int i = 0; i < others.size(); i++) {
            if (!own.has(others.key(i).name())) {
                writer.other(others.key(i), others.value(i), repaired);
            }
        }
    }

    @Override
    public boolean hasOther(String name) {
        return others.has(name);
    }

    @Override
    public List<String> repaired() {
        return repaired;
    }

    private void bind(@Nullable String name, @Nullable String value) {
        Key key = keys.key(name);
        if (key.isReserved()) {
            others.put(keys.raw(key), value);
        } else if (key.position() >= 0) {
            bind(key.position(), value);
        } else {
            others.put(key, value);
            aliased |= key.isAlias();
        }
    }

    private void bind(int position, @Nullable Object value) {
        known[position] = value;
        knownMask |= 1L << position;
    }

    /** What a tracer bound under a name of its own is the catalog's field, unless that is bound itself. */
    private void rename(String alias, Field field) {
        int position = Fields.position(field.name());
        int place = others.place(alias);
        if (place >= 0 && others.value(place) != null && known[position] == null) {
            bind(position, others.value(place));
            others.remove(place);
        }
    }

    /** The receiver refuses a row without a service or an environment. */
    private void bindIfMissing(int position, String configured) {
        Object bound = known[position];
        if (bound == null || SafeText.of(bound).isBlank()) {
            bind(position, configured);
        }
    }
}
