package io.pixsim.logging.context;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

/** Values as they are bound to a context, which holds text. */
final class BoundText {

    private BoundText() {}

    /** Null for what holds nothing. */
    static @Nullable String of(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return single(optional.orElse(null));
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? Long.toString(optional.getAsLong()) : null;
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? Integer.toString(optional.getAsInt()) : null;
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? Double.toString(optional.getAsDouble()) : null;
        }
        return single(value);
    }

    /** A context holds single values: of what holds others, the keys could no longer be asked what they hide. */
    private static @Nullable String single(@Nullable Object value) {
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
