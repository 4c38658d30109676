package io.pixsim.logging.collector.store.postgres;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.entry.EntryId;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.store.postgres.Table.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * Has an entry fit a table, so that no row is refused for a value that is too long or out of range. What does not fit, or has
 * no column, stands in {@code extra}: whole, under its name or under its name with {@link Wire#RAW_SUFFIX}.
 */
final class Fitting {

    private final Table table;
    private final LogEntry entry;
    private final List<String> more = new ArrayList<>();

    Fitting(Table table, LogEntry entry) {
        this.table = table;
        this.entry = entry;
    }

    /** Whether a text is a whole number of so many bits, spelled as numbers are. */
    static boolean isWhole(String text, int bits) {
        if (text.length() > 20 || !text.matches("-?(0|[1-9][0-9]*)")) {
            return false;
        }
        BigInteger bound = BigInteger.TWO.pow(bits - 1);
        BigInteger number = new BigInteger(text);
        return number.compareTo(bound) < 0 && number.compareTo(bound.negate()) >= 0;
    }

    /** What stands in a column, or null; what does not stand there is kept for {@link #extra}. */
    @Nullable
    String value(Column column) {
        Object value = entry.get(column);
        TableColumn room = table.column(column);
        if (value == null) {
            return null;
        }
        if (room == null) {
            keep(column.wireName(), value);
            return null;
        }
        String text = value.toString().replace("\0", "");
        if (room.isInteger()) {
            if (isWhole(text, room.bits())) {
                return text;
            }
            keep(column.wireName() + Wire.RAW_SUFFIX, value);
            return null;
        }
        return room.maxLength() == 0 ? text : cut(column, text, room.maxLength());
    }

    private String cut(Column column, String text, int maxLength) {
        int length = text.codePointCount(0, text.length());
        if (length <= maxLength) {
            return text;
        }
        keep(column.wireName() + Wire.RAW_SUFFIX, text);
        // Of a service's name, the end tells more.
        return column == Column.SERVICE
                ? text.substring(text.offsetByCodePoints(0, length - maxLength))
                : text.substring(0, text.offsetByCodePoints(0, maxLength));
    }

    private void keep(String name, Object value) {
        boolean isNumber = value instanceof Long || (value instanceof EntryId id && id.isNumber());
        more.add(quoted(name) + ":" + (isNumber ? value.toString() : quoted(value.toString())));
    }

    /** {@code extra} with what was kept for it; asked for last. */
    @Nullable
    String extra() {
        String uid = entry.uid();
        if (!table.isOwn() && uid != null) {
            more.add(quoted(Wire.EVENT_UID) + ":" + quoted(uid));
        }
        String extra = entry.extra();
        if (more.isEmpty()) {
            return extra;
        }
        String added = String.join(",", more);
        if (extra == null || extra.length() <= 2) {
            return "{" + added + "}";
        }
        return "{" + added + "," + extra.substring(1);
    }

    private static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text.replace("\0", ""))) + "\"";
    }
}
