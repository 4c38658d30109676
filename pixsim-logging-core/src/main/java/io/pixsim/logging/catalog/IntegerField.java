package io.pixsim.logging.catalog;

/** A {@link Field} that holds a whole number. */
public final class IntegerField extends Field {

    IntegerField(String name, String description) {
        this(name, SetBy.PROGRAM, description);
    }

    IntegerField(String name, SetBy setBy, String description) {
        super(name, FieldType.INTEGER, UNLIMITED, setBy, description);
    }

    /**
     * This field with a value.
     *
     * @param number the value; the ingest endpoint stores 32 bits, a larger one is sent to it as text under {@code
     *     <name>_raw}
     * @return the pair
     */
    public FieldValue of(long number) {
        return value(number);
    }
}
