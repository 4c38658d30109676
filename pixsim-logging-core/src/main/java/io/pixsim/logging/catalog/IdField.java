package io.pixsim.logging.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A {@link Field} that holds an id: a number where the pipeline numbers its rows, text such as {@code job-abc123} where
 * it does not. Both are first-class; only the Python backend's column is a 32-bit integer, so text travels to it under
 * {@code <name>_raw}.
 */
public final class IdField extends Field {

    IdField(String name, String description) {
        super(name, FieldType.INTEGER, UNLIMITED, SetBy.PROGRAM, description);
    }

    /**
     * This field with a value.
     *
     * @param number the id
     * @return the pair
     */
    public FieldValue of(long number) {
        return value(number);
    }

    /**
     * This field with a value.
     *
     * @param text the id; decimal digits are written as a number
     * @return the pair
     */
    public FieldValue of(@Nullable String text) {
        return value(text);
    }
}
