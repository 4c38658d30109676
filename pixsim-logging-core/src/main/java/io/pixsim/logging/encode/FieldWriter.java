package io.pixsim.logging.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Writes fields as members of a JSON object, with the types and within the limits of the catalog; none is the first of its
 * object. For one thread.
 */
final class FieldWriter {

    private static final int MAX_REPAIRED_NAMES = 32;

    private final KeyTable keys;
    private final int maxFields;
    private final JsonWriter out;
    private final ValueWriter values;
    private final List<RawMark> marks = new ArrayList<>();

    FieldWriter(KeyTable keys, Limits limits, JsonWriter out) {
        this.keys = keys;
        this.maxFields = limits.maxFields();
        this.out = out;
        this.values = new ValueWriter(keys.members(), limits, out);
    }

    JsonWriter out() {
        return out;
    }

    ValueWriter values() {
        return values;
    }

    /** What was written and can't stand under its name in a batch. */
    List<RawMark> marks() {
        return marks;
    }

    /** Writes the catalog's field at a place. */
    void known(int position, Object value, List<String> repaired) {
        Key key = keys.known(position);
        int before = out.repairs();
        if (key.isText()) {
            text(key, value);
        } else if (key.isInteger()) {
            integer(key, value);
        } else {
            any(key, value);
        }
        noteRepair(key, before, repaired);
    }

    /** Writes a field of any other name; nothing when the event is full. */
    void other(Key key, @Nullable Object value, List<String> repaired) {
        int before = out.repairs();
        if (values.isFull()) {
            out.countRepair();
        } else {
            any(key, value);
        }
        noteRepair(key, before, repaired);
    }

    /** Writes what an event brings itself outside of the catalog, as far as there is room. */
    void others(NamedValues others, List<String> repaired) {
        for (int i = 0; i < others.size(); i++) {
            if (i < maxFields) {
                other(others.key(i), others.value(i), repaired);
            } else if (repaired.size() < MAX_REPAIRED_NAMES) {
                repaired.add(others.key(i).name());
            }
        }
    }

    void noteRepair(Key key, int repairsBefore, List<String> repaired) {
        if (out.repairs() != repairsBefore && repaired.size() < MAX_REPAIRED_NAMES) {
            repaired.add(key.name());
        }
    }

    private void any(Key key, @Nullable Object value) {
        if (key.isRepaired()) {
            out.countRepair();
        }
        out.member(key);
        values.value(key.visible(value));
    }

    private void text(Key key, Object value) {
        Object visible = Objects.requireNonNullElse(key.visible(value), "null");
        String text = visible instanceof String string ? References.shortened(string) : values.textOf(visible);
        values.texts()
                .write(
                        key,
                        text.length() <= key.maxCodePoints()
                                ? text
                                : clipped(key, values.texts().redacted(text)));
    }

    /** The columns hold so many code points; of a service the end tells more than the start. */
    private String clipped(Key key, String text) {
        String clipped = key.field() == Fields.SERVICE
                ? SafeText.tail(text, key.maxCodePoints())
                : SafeText.head(text, key.maxCodePoints());
        if (clipped.length() < text.length()) {
            out.countRepair();
        }
        return clipped;
    }

    private void integer(Key key, Object raw) {
        Object value = key.visible(raw);
        int name = out.size() + 1;
        out.member(key);
        int start = out.size();
        if (value instanceof Integer || (value instanceof Long number && number == number.intValue())) {
            out.digits(((Number) value).longValue());
        } else if (!(value instanceof String text && out.shortInteger(text))
                && !isInteger(key, Wrapped.content(value, keys))) {
            marks.add(new RawMark(key, name, start, out.size()));
        }
    }

    /** Writes the value, and says whether an integer of 32 bits came out. */
    private boolean isInteger(Key key, @Nullable Object value) {
        Long number = value == null ? null : key.isMillis() ? IntegerText.rounded(value) : IntegerText.exact(value);
        if (number == null) {
            values.value(value);
            return value == null;
        }
        out.digits(number);
        return number == number.intValue();
    }
}
