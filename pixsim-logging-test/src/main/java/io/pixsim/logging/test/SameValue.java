package io.pixsim.logging.test;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Compares what was read from JSON with a value of any type, as JSON would hold it. */
final class SameValue {

    private SameValue() {}

    static boolean test(@Nullable Object json, @Nullable Object expected) {
        if (json == null || expected == null) {
            return json == expected;
        }
        if (json instanceof Number number) {
            return expected instanceof Number other && sameNumber(number, other);
        }
        if (json instanceof Map<?, ?> map) {
            return expected instanceof Map<?, ?> other && sameMap(map, other);
        }
        if (json instanceof List<?> list) {
            return sameList(list, expected);
        }
        boolean literal = json instanceof Boolean || isJsonLiteral(expected);
        return json.equals(literal ? expected : text(expected));
    }

    /** What JSON has a literal for is never written as text. */
    private static boolean isJsonLiteral(Object expected) {
        return expected instanceof Boolean || (expected instanceof Number number && decimal(number) != null);
    }

    private static boolean sameNumber(Number json, Number expected) {
        BigDecimal number = decimal(expected);
        return number != null && number.compareTo(new BigDecimal(json.toString())) == 0;
    }

    private static @Nullable BigDecimal decimal(Number number) {
        if (number instanceof Double || number instanceof Float) {
            return Double.isFinite(number.doubleValue()) ? new BigDecimal(number.toString()) : null;
        }
        if (number instanceof BigDecimal || number instanceof BigInteger) {
            return new BigDecimal(number.toString());
        }
        return BigDecimal.valueOf(number.longValue());
    }

    private static boolean sameMap(Map<?, ?> json, Map<?, ?> expected) {
        return json.size() == expected.size()
                && expected.entrySet().stream()
                        .allMatch(member -> json.containsKey(text(member.getKey()))
                                && test(json.get(text(member.getKey())), member.getValue()));
    }

    private static boolean sameList(List<?> json, Object expected) {
        List<?> elements = expected instanceof Object[] array ? Arrays.asList(array) : null;
        if (elements == null && expected instanceof List<?> list) {
            elements = list;
        }
        if (elements == null || elements.size() != json.size()) {
            return false;
        }
        for (int i = 0; i < json.size(); i++) {
            if (!test(json.get(i), elements.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static String text(@Nullable Object value) {
        return value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
    }
}
