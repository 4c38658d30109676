package io.pixsim.logging.encode;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.FieldType;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.redact.Redactor;
import org.jspecify.annotations.Nullable;

/**
 * Events as JSON, one object a line:
 *
 * <pre>{@code
 * {"timestamp":"2025-11-12T12:34:57.010000Z","level":"info","msg":"submitted","service":"worker", … }
 * }</pre>
 *
 * The catalog's fields come first, in its order, with its types and within its limits; then what the context bound, then
 * the event's own. The line is valid JSON whatever the values do, holds no name twice, no NUL and no lone surrogate.
 * Immutable and safe for use by many threads.
 */
public final class JsonLines {

    private static final int USUAL_SIZE = 1024;

    private final Redactor redactor;
    private final Limits limits;
    private final Dialect dialect;
    private final EventReader reader;

    /**
     * An encoding.
     *
     * @param origin who emits
     * @param redactor what every value goes through
     * @param limits how much of it is written
     * @param dialect who reads it
     */
    public JsonLines(Origin origin, Redactor redactor, Limits limits, Dialect dialect) {
        this.redactor = redactor;
        this.limits = limits;
        this.dialect = dialect;
        this.reader = new EventReader(origin, redactor, limits);
    }

    /**
     * Encodes an event.
     *
     * @param event the event
     * @return UTF-8: one JSON object and a line feed
     */
    public byte[] encode(LogEvent event) {
        EventFields fields = reader.read(event);
        JsonWriter out = new JsonWriter(USUAL_SIZE);
        ValueWriter values = new ValueWriter(redactor, limits, out);
        out.beginObject();
        fields.forEachKnown((field, value) -> known(field, value, fields, values));
        fields.forEachOther((name, value) -> other(name, value, values));
        out.endObject();
        out.newline();
        return out.toByteArray();
    }

    private void known(Field field, Object value, EventFields fields, ValueWriter values) {
        FieldType type = field.type();
        switch (type) {
            case TEXT -> values.member(field.name(), clipped(field, values.text(value)));
            case INTEGER, MILLIS -> integer(field, value, fields, values);
            case ANY -> values.member(field.name(), value);
        }
    }

    /** The columns hold so many code points; of a service the end tells more than the start. */
    private static String clipped(Field field, String text) {
        if (field.maxCodePoints() == Field.UNLIMITED) {
            return text;
        }
        return field == Fields.SERVICE
                ? SafeText.tail(text, field.maxCodePoints())
                : SafeText.head(text, field.maxCodePoints());
    }

    private void integer(Field field, Object value, EventFields fields, ValueWriter values) {
        Long number = field.type() == FieldType.MILLIS ? IntegerText.rounded(value) : IntegerText.exact(value);
        boolean fits = number != null && (dialect == Dialect.LINES || number == number.intValue());
        if (fits) {
            values.member(field.name(), number);
        } else if (dialect == Dialect.LINES) {
            values.member(field.name(), value);
        } else {
            values.member(unused(field.name() + Wire.RAW_SUFFIX, fields), values.text(value));
        }
    }

    private static String unused(String name, EventFields fields) {
        String free = name;
        for (int i = 2; fields.has(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    private static void other(String name, @Nullable Object value, ValueWriter values) {
        if (!values.isFull()) {
            values.member(name, value);
        }
    }
}
