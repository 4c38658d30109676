package io.pixsim.logging.logback;

import org.jspecify.annotations.Nullable;

/** Values of the caller, read without harm. */
final class SafeValue {

    private SafeValue() {}

    /** Its text, or null when it has none or won't tell. */
    static @Nullable String text(@Nullable Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        try {
            return value.toString();
        } catch (RuntimeException | StackOverflowError e) { // the encoders name it; the gate does without
            return null;
        }
    }
}
