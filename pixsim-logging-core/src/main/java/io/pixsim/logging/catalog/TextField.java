package io.pixsim.logging.catalog;

import org.jspecify.annotations.Nullable;

/** A {@link Field} that holds text. */
public final class TextField extends Field {

    TextField(String name, int maxCodePoints, String description) {
        this(name, maxCodePoints, SetBy.PROGRAM, description);
    }

    TextField(String name, int maxCodePoints, SetBy setBy, String description) {
        super(name, FieldType.TEXT, maxCodePoints, setBy, description);
    }

    /**
     * This field with a value.
     *
     * @param text the value; null is written as JSON null
     * @return the pair
     */
    public FieldValue of(@Nullable String text) {
        return value(text);
    }
}
