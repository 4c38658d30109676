package io.pixsim.logging.context;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The text of a value. A context holds single values: of what holds others, the keys could no longer be asked what they hide. */
final class ContextText {

    private ContextText() {}

    static @Nullable String of(@Nullable Object value) {
        if (value instanceof Map<?, ?> || value instanceof Iterable<?> || value instanceof Record) {
            return "[" + value.getClass().getSimpleName() + "]";
        }
        try {
            return value == null ? null : value.toString();
        } catch (Throwable e) { // the value's own code; nothing it throws may reach who binds it
            return "[toString threw " + e.getClass().getSimpleName() + "]";
        }
    }
}
