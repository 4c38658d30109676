package io.pixsim.logging.encode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** Reads what stands in an integer field as a whole number, where that loses nothing. */
final class IntegerText {

    private static final int MAX_DIGITS = 19;

    private IntegerText() {}

    /** The number, or null when the value is not one of 64 bits. Only text in canonical form counts: {@code 007} is text. */
    static @Nullable Long exact(Object value) {
        if (Numbers.isWhole(value)) {
            return ((Number) value).longValue();
        }
        if (value instanceof CharSequence text) {
            return canonical(SafeText.of(text));
        }
        BigDecimal decimal = decimal(value);
        return decimal == null ? null : longOrNull(decimal, RoundingMode.UNNECESSARY);
    }

    /** As {@link #exact}, with a fraction rounded half up; of a duration its milliseconds. */
    static @Nullable Long rounded(Object value) {
        if (value instanceof Duration duration) {
            return longOrNull(
                    BigDecimal.valueOf(duration.getSeconds(), -3).add(BigDecimal.valueOf(duration.getNano(), 6)),
                    RoundingMode.HALF_UP);
        }
        Long exact = exact(value);
        if (exact != null) {
            return exact;
        }
        BigDecimal decimal = decimal(value);
        return decimal == null ? null : longOrNull(decimal, RoundingMode.HALF_UP);
    }

    private static @Nullable Long canonical(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int digits = text.length() - start;
        if (digits < 1 || digits > MAX_DIGITS || (text.charAt(start) == '0' && text.length() > 1)) {
            return null;
        }
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return null;
            }
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) { // nineteen digits may still be too many
            return null;
        }
    }

    private static @Nullable BigDecimal decimal(Object value) {
        boolean binary = value instanceof Double || value instanceof Float;
        if (binary && Double.isFinite(((Number) value).doubleValue())) {
            return new BigDecimal(value.toString());
        }
        return value instanceof BigDecimal decimal ? decimal : null;
    }

    private static @Nullable Long longOrNull(BigDecimal decimal, RoundingMode rounding) {
        // Scaling 1E+1000000000 would take all memory there is.
        if (decimal.precision() - decimal.scale() > MAX_DIGITS) {
            return null;
        }
        try {
            return decimal.setScale(0, rounding).longValueExact();
        } catch (ArithmeticException e) { // a fraction that must not be rounded, or more than 64 bits
            return null;
        }
    }
}
