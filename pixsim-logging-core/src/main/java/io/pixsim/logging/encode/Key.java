package io.pixsim.logging.encode;

import java.nio.charset.StandardCharsets;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.FieldType;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.SetBy;
import io.pixsim.logging.redact.Redactor;
import io.pixsim.logging.redact.Safe;
import org.jspecify.annotations.Nullable;

/**
 * A name that values are written under, and all that is known of it beforehand: its bytes, whether it is sensitive, and
 * its place in the catalog.
 */
final class Key {

    private final String name;
    private final int hash;
    private final byte[] json;
    private final byte[] member;
    private final byte[] textMember;
    private final Redactor redactor;
    private final boolean sensitive;
    private final boolean dependent;
    private final boolean reserved;
    private final int position;
    private final @Nullable Field field;
    private final boolean alias;
    private final boolean repaired;
    private final boolean required;
    private final @Nullable FieldType type;
    private final int maxCodePoints;

    /**
     * A key.
     *
     * @param name what is written
     * @param meant what the catalog calls it
     * @param redactor what values under it go through
     * @param sensitive whether it hides them all
     * @param reserved whether the receiver keeps it for itself
     * @param repaired whether it is not as it was given
     */
    Key(String name, String meant, Redactor redactor, boolean sensitive, boolean reserved, boolean repaired) {
        JsonWriter writer = new JsonWriter(name.length() + 16);
        writer.name(name);
        this.name = name;
        this.hash = name.hashCode();
        this.json = writer.toByteArray();
        this.member = (',' + text(json)).getBytes(StandardCharsets.UTF_8);
        this.textMember = (text(member) + '"').getBytes(StandardCharsets.UTF_8);
        this.redactor = redactor;
        this.sensitive = sensitive;
        this.dependent = !sensitive && redactor.dependsOnValue(name);
        this.position = Fields.position(meant);
        this.field = Fields.find(meant);
        this.alias = Fields.aliases().containsKey(meant);
        this.type = field == null ? null : field.type();
        this.maxCodePoints = field == null ? Field.UNLIMITED : field.maxCodePoints();
        this.repaired = repaired;
        this.required = field == Fields.SERVICE || field == Fields.ENV;
        this.reserved = reserved || (field != null && field.setBy() == SetBy.ENCODER);
    }

    String name() {
        return name;
    }

    /** The name's hash code. */
    int hash() {
        return hash;
    }

    /** The name in quotes, and the colon. */
    byte[] json() {
        return json;
    }

    /** The same behind the comma that parts it from what stands before. */
    byte[] member() {
        return member;
    }

    /** The same and the quote that begins a text. */
    byte[] textMember() {
        return textMember;
    }

    /** Whether whatever stands under the name must not be written. */
    boolean isSensitive() {
        return sensitive;
    }

    /**
     * What may be seen of a value under the name: of a sensitive one nothing, whole subtrees included, unless it holds none
     * or the program vouches for it.
     */
    @Nullable
    Object visible(@Nullable Object raw) {
        if ((!sensitive && !dependent) || raw == null || raw instanceof Safe) {
            return raw;
        }
        boolean hidden = sensitive ? !redactor.isOpen(name, raw) : redactor.hides(name, raw);
        return hidden ? redactor.mask(raw) : raw;
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

    /** Whether no event can do without a value under this name. */
    boolean isRequired() {
        return required;
    }

    /** Whether the catalog says that texts stand under it. */
    boolean isText() {
        return type == FieldType.TEXT;
    }

    /** Whether the catalog says that whole numbers stand under it. */
    boolean isInteger() {
        return type == FieldType.INTEGER || type == FieldType.MILLIS;
    }

    /** Whether these are milliseconds. */
    boolean isMillis() {
        return type == FieldType.MILLIS;
    }

    /** How long a text under it may be. */
    int maxCodePoints() {
        return maxCodePoints;
    }

    /** Whether tracers bind a field of the catalog under this name. */
    boolean isAlias() {
        return alias;
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
