package io.pixsim.logging.encode;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;

/** The fields of a context, by place in the catalog and by name; what is configured gives way to what is bound. */
final class BoundFields {

    private final @Nullable Object[] known = new Object[Fields.all().size()];
    private final Map<String, @Nullable Object> others = new LinkedHashMap<>();

    private final Set<String> repaired = new HashSet<>();

    private boolean aliased;

    private BoundFields() {}

    static BoundFields of(Origin origin, Map<String, @Nullable String> context, KeyTable keys) {
        BoundFields fields = new BoundFields();
        context.forEach((name, value) -> fields.bind(keys.key(name), value, keys));
        if (fields.aliased) {
            Fields.aliases().forEach(fields::rename);
        }
        fields.bindIfMissing(Fields.SERVICE, origin.service());
        fields.bindIfMissing(Fields.ENV, origin.env());
        return fields;
    }

    @Nullable
    Object known(int position) {
        return known[position];
    }

    Map<String, @Nullable Object> others() {
        return others;
    }

    /** Whether a name could not be written as it was bound. */
    boolean isRepaired(String name) {
        return repaired.contains(name);
    }

    private void bind(Key key, @Nullable Object value, KeyTable keys) {
        if (key.isReserved()) {
            others.put(keys.raw(key).name(), value);
        } else if (key.position() >= 0) {
            known[key.position()] = value;
        } else {
            others.put(key.name(), value);
            if (key.isRepaired()) {
                repaired.add(key.name());
            }
            aliased |= key.isAlias();
        }
    }

    /** What a tracer bound under a name of its own is the catalog's field, unless that is bound itself. */
    private void rename(String alias, Field field) {
        int position = Fields.position(field.name());
        Object value = others.get(alias);
        if (value != null && known[position] == null) {
            known[position] = value;
            others.remove(alias);
        }
    }

    /** The receiver refuses a row without a service or an environment. */
    private void bindIfMissing(Field field, String configured) {
        int position = Fields.position(field.name());
        Object bound = known[position];
        if (bound == null || SafeText.of(bound).isBlank()) {
            known[position] = configured;
        }
    }
}
