package io.pixsim.logging.redact;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A value that may be written as it is, even under a sensitive key: the program vouches for it. In the text of a message it
 * is read like anything else. Immutable as far as its value is.
 *
 * @param value the value, or null
 * @param <T> the type of the value
 */
public record Safe<T>(@Nullable T value) {

    /**
     * Vouches for a value.
     *
     * @param value the value, or null
     * @param <T> its type
     * @return what can be logged
     */
    public static <T> Safe<T> of(@Nullable T value) {
        return new Safe<>(value);
    }

    /** The text of the value. */
    @Override
    public String toString() {
        return Objects.toString(value);
    }
}
