package io.pixsim.logging.encode;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.redact.Safe;
import io.pixsim.logging.redact.Secret;
import org.jspecify.annotations.Nullable;

/** Values that stand for another: pairs, secrets, suppliers, optionals, references. */
public final class Wrapped {

    private static final int MAX_LAYERS = 32;
    private static final Object NO_HOLDER = new Object();

    private Wrapped() {}

    /**
     * What is in a value as far as none of the program's code runs: a supplier is not asked.
     *
     * @param value the value
     * @return its content at last, or null when it is empty, a supplier, or wrapped too often
     */
    public static @Nullable Object told(@Nullable Object value) {
        Object told = value;
        for (int i = 0; i < MAX_LAYERS; i++) {
            Object inner = told instanceof FieldValue pair ? pair.value() : held(told);
            if (inner == NO_HOLDER) {
                return told instanceof Supplier<?> ? null : told;
            }
            told = inner;
        }
        return null;
    }

    /** What is in it at last; the mask where a pair's own key is sensitive. */
    static @Nullable Object content(@Nullable Object value, KeyTable keys) {
        Object content = value;
        for (int i = 0; i < MAX_LAYERS; i++) {
            if (content instanceof FieldValue pair) {
                content = keys.key(pair.field().name()).visible(pair.value());
            } else if (content instanceof Secret<?> secret) {
                return keys.redactor().maskOfType(secret.reveal());
            } else if (content instanceof Supplier<?> supplier) {
                content = Supplied.by(supplier);
            } else {
                Object inner = held(content);
                if (inner == NO_HOLDER) {
                    return content;
                }
                content = inner;
            }
        }
        return new Unreadable("[wrapped more than " + MAX_LAYERS + " times]");
    }

    /** What a holder has, whose code is known to do no harm. */
    private static @Nullable Object held(@Nullable Object value) {
        if (value instanceof Safe<?> safe) {
            return safe.value();
        }
        if (value instanceof Optional<?> optional) {
            return optional.orElse(null);
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? optional.getAsInt() : null;
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? optional.getAsLong() : null;
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? optional.getAsDouble() : null;
        }
        return value instanceof AtomicReference<?> reference ? reference.get() : NO_HOLDER;
    }
}
