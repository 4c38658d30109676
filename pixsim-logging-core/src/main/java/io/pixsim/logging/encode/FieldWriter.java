package io.pixsim.logging.encode;

import java.util.List;
import java.util.function.Predicate;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.FieldType;
import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;

/** Writes fields as members of a JSON object, with the types and within the limits of the catalog. For one thread. */
final class FieldWriter {

    private static final int MAX_REPAIRED_NAMES = 32;

    private final KeyTable keys;
    private final Dialect dialect;
    private final JsonWriter out;
    private final ValueWriter values;

    FieldWriter(KeyTable keys, Limits limits, Dialect dialect, JsonWriter out) {
        this.keys = keys;
        this.dialect = dialect;
        this.out = out;
        this.values = new ValueWriter(keys.members(), limits, out);
    }

    JsonWriter out() {
        return out;
    }

    ValueWriter values() {
        return values;
    }

    /**
     * Writes the catalog's field at a place.
     *
     * @return the name that the value stands under instead, when it can't stand under its own
     */
    @Nullable
    String known(int position, Object value, Predicate<String> taken, List<String> repaired) {
        Key key = keys.known(position);
        Field field = Fields.all().get(position);
        int before = out.repairs();
        String raw = null;
        switch (field.type()) {
            case TEXT -> values.text(key, clipped(field, values.textOf(value)));
            case INTEGER, MILLIS -> raw = integer(key, field, value, taken);
            case ANY -> values.member(key, value);
        }
        noteRepair(key, before, repaired);
        return raw;
    }

    /** Writes a field of any other name; nothing when the event is full. */
    void other(Key key, @Nullable Object value, List<String> repaired) {
        int before = out.repairs();
        if (values.isFull()) {
            out.countRepair();
        } else {
            values.member(key, value);
        }
        noteRepair(key, before, repaired);
    }

    void noteRepair(Key key, int repairsBefore, List<String> repaired) {
        if (out.repairs() != repairsBefore && repaired.size() < MAX_REPAIRED_NAMES) {
            repaired.add(key.name());
        }
    }

    /** The columns hold so many code points; of a service the end tells more than the start. */
    private String clipped(Field field, String text) {
        if (text.length() <= field.maxCodePoints()) {
            return text;
        }
        String clipped = field == Fields.SERVICE
                ? SafeText.tail(text, field.maxCodePoints())
                : SafeText.head(text, field.maxCodePoints());
        if (clipped.length() < text.length()) {
            out.countRepair();
        }
        return clipped;
    }

    private @Nullable String integer(Key key, Field field, Object value, Predicate<String> taken) {
        Long number = field.type() == FieldType.MILLIS ? IntegerText.rounded(value) : IntegerText.exact(value);
        if (number != null && (dialect == Dialect.LINES || number == number.intValue())) {
            out.name(key);
            out.number(number.longValue());
            return null;
        }
        if (dialect == Dialect.LINES) {
            values.member(key, value);
            return null;
        }
        Key raw = keys.raw(key);
        for (int i = 2; taken.test(raw.name()); i++) {
            raw = keys.numbered(keys.raw(key), i);
        }
        values.text(raw, values.textOf(value));
        return raw.name();
    }
}
