package io.pixsim.logging.test;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        List<?> elements = elements(expected);
        if (elements == null || elements.size() != json.size()) {
            return false;
        }
        if (expected instanceof Set) { // of which nobody knows the order
            return elements.stream().allMatch(element -> json.stream().anyMatch(other -> test(other, element)));
        }
        for (int i = 0; i < json.size(); i++) {
            if (!test(json.get(i), elements.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable List<?> elements(Object expected) {
        if (expected instanceof Collection<?> collection) {
            return new ArrayList<>(collection);
        }
        if (!expected.getClass().isArray()) {
            return null;
        }
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(expected); i++) {
            elements.add(Array.get(expected, i));
        }
        return elements;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof char[] characters) {
            return new String(characters);
        }
        return value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
    }
}
