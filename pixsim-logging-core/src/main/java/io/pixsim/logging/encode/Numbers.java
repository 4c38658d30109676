package io.pixsim.logging.encode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Which numbers can be written as JSON numbers that every reader takes, and the text of those that can't. */
final class Numbers {

    /** Some 300 digits, as many as a double has at the most. */
    private static final int MAX_BITS = 1024;

    private static final int MAX_SCALE = 300;

    /** Some 6,000 digits: to find those of far larger numbers takes seconds. */
    private static final int MAX_TEXT_BITS = 20_000;

    private Numbers() {}

    /** Whether a number is a whole one of 64 bits. */
    static boolean isWhole(Object number) {
        return number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte
                || number instanceof AtomicInteger
                || number instanceof AtomicLong
                || number instanceof LongAdder
                || (number.getClass() == BigInteger.class && ((BigInteger) number).bitLength() < Long.SIZE);
    }

    /** Whether a number's text is a JSON number that readers keep: a fraction, finite, not of a class of someone's own. */
    static boolean isFraction(Number number) {
        if (number instanceof Double || number instanceof Float) {
            return Double.isFinite(number.doubleValue());
        }
        if (number.getClass() != BigDecimal.class) {
            return false;
        }
        BigDecimal decimal = (BigDecimal) number;
        return decimal.unscaledValue().bitLength() <= MAX_BITS
                && decimal.scale() >= 0
                && decimal.scale() <= MAX_SCALE
                && Double.isFinite(decimal.doubleValue());
    }

    static String text(Number number) {
        if (bits(number) > MAX_TEXT_BITS) {
            return "[a number of " + bits(number) + " bits]";
        }
        return SafeText.of(number);
    }

    private static int bits(Number number) {
        if (number.getClass() == BigInteger.class) {
            return ((BigInteger) number).bitLength();
        }
        return number.getClass() == BigDecimal.class
                ? ((BigDecimal) number).unscaledValue().bitLength()
                : 0;
    }
}
