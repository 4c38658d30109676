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
final class Wrapped {

    private static final int MAX_LAYERS = 32;

    private Wrapped() {}

    /** What is in it at last; the mask where a pair's own key is sensitive. */
    static @Nullable Object content(@Nullable Object value, KeyTable keys) {
        Object content = value;
        for (int i = 0; i < MAX_LAYERS; i++) {
            if (content instanceof FieldValue pair) {
                content = keys.key(pair.field().name()).visible(pair.value());
            } else if (content instanceof Secret<?> secret) {
                return keys.redactor().maskOfType(secret.reveal());
            } else if (content instanceof Safe<?> safe) {
                content = safe.value();
            } else if (content instanceof Optional<?> optional) {
                content = optional.orElse(null);
            } else if (content instanceof OptionalInt optional) {
                content = optional.isPresent() ? optional.getAsInt() : null;
            } else if (content instanceof OptionalLong optional) {
                content = optional.isPresent() ? optional.getAsLong() : null;
            } else if (content instanceof OptionalDouble optional) {
                content = optional.isPresent() ? optional.getAsDouble() : null;
            } else if (content instanceof AtomicReference<?> reference) {
                content = reference.get();
            } else if (content instanceof Supplier<?> supplier) {
                content = Supplied.by(supplier);
            } else {
                return content;
            }
        }
        return new Unreadable("[wrapped more than " + MAX_LAYERS + " times]");
    }
}
