package io.pixsim.logging.catalog;

import org.jspecify.annotations.Nullable;

/** A {@link Field} that holds any value: a number, a flag, a map, a list. */
public final class AnyField extends Field {

    AnyField(String name, String description) {
        this(name, SetBy.PROGRAM, description);
    }

    AnyField(String name, SetBy setBy, String description) {
        super(name, FieldType.ANY, UNLIMITED, setBy, description);
    }

    /**
     * This field with a value.
     *
     * @param value the value; read once, while the event is encoded, on the thread that logs it
     * @return the pair
     */
    public FieldValue of(@Nullable Object value) {
        return value(value);
    }
}
