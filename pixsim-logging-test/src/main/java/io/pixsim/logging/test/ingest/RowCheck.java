package io.pixsim.logging.test.ingest;

import static io.pixsim.logging.catalog.Fields.LEVEL;
import static io.pixsim.logging.catalog.Fields.SERVICE;
import static io.pixsim.logging.catalog.Fields.TIMESTAMP;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.test.ingest.IngestServer.Generation;
import org.jspecify.annotations.Nullable;

/**
 * Whether a row can be stored, as the backend's database decides. More forgiving than {@link WireRules}: only columns are
 * looked at, a flag or a fraction in an integer column is stored, and so is a time that can't be read.
 */
final class RowCheck {

    /** What Python's reader takes for a time with an offset. */
    private static final Pattern WITH_OFFSET =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)");

    private static final int SERVICE_LIMIT_AT_H = 150;
    private static final BigDecimal BELOW_INT32 = BigDecimal.valueOf(Integer.MIN_VALUE - 1L);
    private static final BigDecimal ABOVE_INT32 = BigDecimal.valueOf(Integer.MAX_VALUE + 1L);

    private final Generation generation;
    private final List<Field> columns;

    RowCheck(Generation generation) {
        this.generation = generation;
        this.columns = generation == Generation.S0 ? Columns.S0 : Columns.H;
    }

    /** The database's complaint about an event, or empty when it stores the row. */
    Optional<String> complaint(Map<String, @Nullable Object> event) {
        if (!Values.isFiniteThroughout(event)) {
            return Optional.of("a number is not finite");
        }
        return columns.stream()
                .map(column -> complaint(column, event.get(column.name())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> complaint(Field column, @Nullable Object value) {
        if (value == null) {
            return when(column == LEVEL || column == SERVICE, column, "null value violates not-null constraint");
        }
        if (column == TIMESTAMP) {
            return when(!storableTime(value), column, "invalid input for query argument");
        }
        if (Columns.isInteger(column)) {
            return when(!storableInteger(value), column, "value out of int32 range or no integer");
        }
        return textComplaint(column, value);
    }

    private Optional<String> textComplaint(Field column, Object value) {
        if (!(value instanceof String text)) {
            return Optional.of(column.name() + ": expected str");
        }
        if (Values.hasNul(text) || Values.hasLoneSurrogate(text)) {
            return Optional.of(column.name() + ": invalid byte sequence for encoding \"UTF8\"");
        }
        return when(Values.length(text) > limit(column), column, "value too long for type character varying");
    }

    private int limit(Field column) {
        return column == SERVICE && generation == Generation.H ? SERVICE_LIMIT_AT_H : column.maxCodePoints();
    }

    private boolean storableTime(Object value) {
        return value instanceof String text
                && (generation == Generation.H || !WITH_OFFSET.matcher(text).matches());
    }

    private static boolean storableInteger(Object value) {
        if (value instanceof BigDecimal fraction) {
            // Compared before it is cut: 1e1000000000 has no room as an integer.
            return fraction.compareTo(BELOW_INT32) > 0 && fraction.compareTo(ABOVE_INT32) < 0;
        }
        return value instanceof Boolean || Values.isInt32(value);
    }

    private static Optional<String> when(boolean broken, Field column, String complaint) {
        return broken ? Optional.of(column.name() + ": " + complaint) : Optional.empty();
    }
}
