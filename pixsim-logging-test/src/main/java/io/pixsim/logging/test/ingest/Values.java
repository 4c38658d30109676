package io.pixsim.logging.test.ingest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What the rules ask of a value. */
final class Values {

    private Values() {}

    static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }

    static boolean hasLoneSurrogate(String text) {
        // A pair is one code point; what is left in the surrogate range stands alone.
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static boolean isInt32(@Nullable Object value) {
        return value instanceof Long number && number == number.intValue();
    }

    /** False for what a reader with 64-bit floating point numbers takes for infinity, {@code 1e400}. */
    static boolean isFinite(@Nullable Object value) {
        return !(value instanceof BigDecimal number) || Double.isFinite(number.doubleValue());
    }

    static boolean isFiniteThroughout(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(Values::isFiniteThroughout);
        }
        if (value instanceof List<?> list) {
            return list.stream().allMatch(Values::isFiniteThroughout);
        }
        return isFinite(value);
    }
}
