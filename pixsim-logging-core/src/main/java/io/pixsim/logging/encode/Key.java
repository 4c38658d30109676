package io.pixsim.logging.encode;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.SetBy;
import io.pixsim.logging.redact.Redactor;
import org.jspecify.annotations.Nullable;

/**
 * A name that values are written under, and all that is known of it beforehand: its bytes, whether it is sensitive, and
 * its place in the catalog.
 */
final class Key {

    private final String name;
    private final byte[] json;
    private final boolean sensitive;
    private final boolean reserved;
    private final int position;
    private final @Nullable Field field;
    private final boolean alias;
    private final boolean repaired;

    /**
     * A key.
     *
     * @param name what is written
     * @param meant what the catalog calls it
     * @param sensitive whether nothing under it may be seen
     * @param reserved whether the receiver keeps it for itself
     * @param repaired whether it is not as it was given
     */
    Key(String name, String meant, boolean sensitive, boolean reserved, boolean repaired) {
        JsonWriter writer = new JsonWriter(name.length() + 16);
        writer.name(name);
        this.name = name;
        this.json = writer.toByteArray();
        this.sensitive = sensitive;
        this.position = Fields.position(meant);
        this.field = Fields.find(meant);
        this.alias = Fields.aliases().containsKey(meant);
        this.repaired = repaired;
        this.reserved = reserved || (field != null && field.setBy() == SetBy.ENCODER);
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

    /** What may be seen of a value under the name: of a sensitive one nothing, whole subtrees included. */
    @Nullable
    Object visible(@Nullable Object raw) {
        return sensitive && raw != null ? Redactor.MASK : raw;
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

    /** Whether the name could not be written as it was given. */
    boolean isRepaired() {
        return repaired;
    }

    /** Whether tracers bind a field of the catalog under this name. */
    boolean isAlias() {
        return alias;
    }
}
