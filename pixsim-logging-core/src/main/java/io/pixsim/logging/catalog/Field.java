package io.pixsim.logging.catalog;

import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The key of a field: a typed constant with a name, a type and a limit. Calling {@code of} on one makes the {@link
 * FieldValue} that is handed to a logger or bound to a context.
 *
 * <p>The fields that every service shares are the constants of {@link Fields}. A service adds its own with {@link
 * #text}, {@link #integer}, {@link #millis}, {@link #id} and {@link #any}, as constants of its own:
 *
 * <pre>{@code
 * static final IntegerField SCENE_NUMBER = Field.integer("scene_number", "Which scene of the video");
 * log.info("scene rendered", SCENE_NUMBER.of(2));
 * }</pre>
 *
 * Immutable and safe for use by many threads.
 */
public abstract sealed class Field permits TextField, WordField, IntegerField, MillisField, IdField, AnyField {

    /** A limit that is none. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");

    private final String name;
    private final FieldType type;
    private final int maxCodePoints;
    private final SetBy setBy;
    private final String description;

    Field(String name, FieldType type, int maxCodePoints, SetBy setBy, String description) {
        this.name = checkName(name);
        this.type = type;
        this.maxCodePoints = maxCodePoints;
        this.setBy = setBy;
        this.description = Objects.requireNonNull(description, "description");
    }

    /**
     * A field that holds text.
     *
     * @param name what the field is called in JSON: a letter or underscore, then up to 99 of letters, digits, {@code _},
     *     {@code .} and {@code -}
     * @param description one line for whoever reads the catalog
     * @return the field
     * @throws IllegalArgumentException when the name is not of that form
     */
    public static TextField text(String name, String description) {
        return new TextField(name, UNLIMITED, description);
    }

    /**
     * A field that holds a whole number.
     *
     * @param name as in {@link #text}
     * @param description one line for whoever reads the catalog
     * @return the field
     */
    public static IntegerField integer(String name, String description) {
        return new IntegerField(name, description);
    }

    /**
     * A field that holds a duration in whole milliseconds.
     *
     * @param name as in {@link #text}; by convention it ends in {@code _ms}
     * @param description one line for whoever reads the catalog
     * @return the field
     */
    public static MillisField millis(String name, String description) {
        return new MillisField(name, description);
    }

    /**
     * A field that holds an id which is a number in most places and text in some.
     *
     * @param name as in {@link #text}
     * @param description one line for whoever reads the catalog
     * @return the field
     */
    public static IdField id(String name, String description) {
        return new IdField(name, description);
    }

    /**
     * A field that holds any value: a number, a flag, a map, a list.
     *
     * @param name as in {@link #text}
     * @param description one line for whoever reads the catalog
     * @return the field
     */
    public static AnyField any(String name, String description) {
        return new AnyField(name, description);
    }

    /**
     * What the field is called in JSON, in the MDC and in queries.
     *
     * @return the name
     */
    public final String name() {
        return name;
    }

    /**
     * The type that its values have on the wire.
     *
     * @return the type
     */
    public final FieldType type() {
        return type;
    }

    /**
     * How many code points of a text the ingest endpoint can store; longer values are cut by the encoders.
     *
     * @return the limit in code points, or {@link #UNLIMITED}
     */
    public final int maxCodePoints() {
        return maxCodePoints;
    }

    /**
     * Who gives the field its value.
     *
     * @return who; {@link SetBy#PROGRAM} for a field of your own
     */
    public final SetBy setBy() {
        return setBy;
    }

    /**
     * What the field is for.
     *
     * @return one line
     */
    public final String description() {
        return description;
    }

    final FieldValue value(@Nullable Object value) {
        return new FieldValue(this, value);
    }

    @Override
    public final String toString() {
        return name;
    }

    private static String checkName(String name) {
        if (!NAME.matcher(Objects.requireNonNull(name, "name")).matches()) {
            throw new IllegalArgumentException("field name is not like " + NAME + ": '" + name + "'");
        }
        return name;
    }
}
