package io.pixsim.logging.logback;

import java.util.stream.IntStream;

import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.encode.Wrapped;
import io.pixsim.logging.gate.Fingerprint;
import org.jspecify.annotations.Nullable;

/** Values of the caller, read without harm. */
final class SafeValue {

    private static final int MAX_LENGTH = 256;
    private static final int MAX_DIGITS = 9;

    /** The number that most events at a stage tell, made once: to look at an event makes no garbage. */
    private static final String[] ATTEMPTS =
            IntStream.range(0, 16).mapToObj(String::valueOf).toArray(String[]::new);

    private SafeValue() {}

    /**
     * Its text, or null when it has none or won't tell. What an optional holds is read, as encoders do; a supplier is not
     * asked: it may cost much, and the event may not be written.
     */
    static @Nullable String text(@Nullable Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        if (value instanceof Integer number && number >= 0 && number < ATTEMPTS.length) {
            return ATTEMPTS[number];
        }
        Object told = value instanceof Number ? value : Wrapped.told(value);
        try {
            return told == null ? null : told.toString();
        } catch (Throwable e) { // the value's own code: the encoders name it, the gate does without
            return null;
        }
    }

    /** The number that a text of nothing but digits tells, up to 999,999,999; another one when it tells none. */
    static int number(@Nullable String text, int none) {
        if (text == null || text.isEmpty() || text.length() > MAX_DIGITS) {
            return none;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return none;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** What may be held without harm: it never changes, is small, and runs no code of the caller's. */
    static boolean isPlain(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length() <= MAX_LENGTH;
        }
        if (value instanceof FieldValue pair) {
            return isPlain(pair.value());
        }
        return value == null
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof Enum<?>
                || value instanceof Short
                || value instanceof Byte
                || value instanceof Float
                || value instanceof Character;
    }

    /** Goes on with a value; 0 when it can't be told without running code of the caller's. */
    static long fingerprint(long before, @Nullable Object value) {
        if (before == 0) {
            return 0;
        }
        if (value instanceof String text) {
            return Fingerprint.add(before, text);
        }
        if (value instanceof FieldValue pair) {
            return fingerprint(Fingerprint.add(before, pair.field().name()), pair.value());
        }
        if (value instanceof Enum<?> constant) {
            return Fingerprint.add(before, constant.name());
        }
        if (value == null || !isPlain(value)) {
            return value == null ? Fingerprint.add(before, 1) : 0;
        }
        return Fingerprint.add(before, value.hashCode() + (value instanceof Long number ? number >>> 32 << 32 : 0));
    }
}
