package io.pixsim.logging.catalog;

import java.time.Duration;

/** A {@link Field} that holds a duration in whole milliseconds. */
public final class MillisField extends Field {

    MillisField(String name, String description) {
        super(name, FieldType.MILLIS, UNLIMITED, description);
    }

    /**
     * This field with a value.
     *
     * @param millis the duration in milliseconds
     * @return the pair
     */
    public FieldValue of(long millis) {
        return value(millis);
    }

    /**
     * This field with a value.
     *
     * @param duration the duration; cut to whole milliseconds
     * @return the pair
     */
    public FieldValue of(Duration duration) {
        return value(duration.toMillis());
    }
}
