package io.pixsim.logging.redact;

import org.jspecify.annotations.Nullable;

/**
 * A value that must not be written anywhere: its text is the mask, also to other loggers and in exceptions. Two are equal
 * only when they are the same object, so that no collection gives away that values match. Immutable as far as its value is.
 *
 * @param <T> the type of the value
 */
public final class Secret<T> {

    private final @Nullable T value;

    private Secret(@Nullable T value) {
        this.value = value;
    }

    /**
     * Keeps a value secret.
     *
     * @param value the value, or null
     * @param <T> its type
     * @return what can be handed around
     */
    public static <T> Secret<T> of(@Nullable T value) {
        return new Secret<>(value);
    }

    /**
     * The value, for whoever needs it.
     *
     * @return the value, or null
     */
    public @Nullable T reveal() {
        return value;
    }

    /** The mask. */
    @Override
    public String toString() {
        return Redactor.MASK;
    }
}
