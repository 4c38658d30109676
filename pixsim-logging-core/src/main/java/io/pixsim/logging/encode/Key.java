package io.pixsim.logging.encode;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;

/**
 * A name that values are written under, and all that is known of it beforehand: its bytes, whether it is sensitive, and
 * its place in the catalog.
 */
final class Key {

    private static final long SET_BY_ENCODER = mask(
            Fields.TIMESTAMP,
            Fields.LEVEL,
            Fields.MSG,
            Fields.LOGGER,
            Fields.THREAD,
            Fields.EXCEPTION,
            Fields.ERROR_HASH,
            Fields.REPAIRED);

    private final String name;
    private final byte[] json;
    private final boolean sensitive;
    private final boolean reserved;
    private final int position;
    private final @Nullable Field field;

    Key(String name, boolean sensitive, boolean reserved) {
        JsonWriter writer = new JsonWriter(name.length() + 16);
        writer.name(name);
        this.name = name;
        this.json = writer.toByteArray();
        this.sensitive = sensitive;
        this.position = Fields.position(name);
        this.field = Fields.find(name);
        this.reserved = reserved || (position >= 0 && (SET_BY_ENCODER & 1L << position) != 0);
    }

    String name() {
        return name;
    }

    /** The name in quotes, and the colon. */
    byte[] json() {
        return json;
    }

    /** Whether whatever stands under the name must not be written. */
    boolean isSensitive() {
        return sensitive;
    }

    /** Whether the encoder or the receiver keeps the name for itself. */
    boolean isReserved() {
        return reserved;
    }

    /** The place in the catalog; -1 outside of it. */
    int position() {
        return position;
    }

    /** The catalog's field; null outside of it. */
    @Nullable
    Field field() {
        return field;
    }

    private static long mask(Field... fields) {
        long mask = 0;
        for (Field field : fields) {
            mask |= 1L << Fields.position(field.name());
        }
        return mask;
    }
}
