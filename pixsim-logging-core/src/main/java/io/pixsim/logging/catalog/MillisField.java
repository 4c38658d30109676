package io.pixsim.logging.catalog;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** A {@link Field} that holds a duration in whole milliseconds. */
public final class MillisField extends Field {

    MillisField(String name, String description) {
        super(name, FieldType.MILLIS, UNLIMITED, SetBy.PROGRAM, description);
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
     * @param duration the duration; cut to whole milliseconds, and to what a long can hold; null is written as JSON null
     * @return the pair
     */
    public FieldValue of(@Nullable Duration duration) {
        return value(duration == null ? null : TimeUnit.MILLISECONDS.convert(duration));
    }
}
