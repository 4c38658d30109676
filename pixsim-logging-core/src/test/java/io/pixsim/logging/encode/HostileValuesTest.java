package io.pixsim.logging.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One event, one odd value, one valid line: every other field is still there. */
class HostileValuesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddValues")
    void anOddValueCostsNeitherTheLineNorTheOtherFields(String name, Object value, Object written) {
        Map<String, Object> json = TestEvent.saying("{} said", value)
                .with("before", 1)
                .with("odd", value)
                .with("after", 2)
                .json();

        assertThat(json)
                .containsEntry("before", 1L)
                .containsEntry("odd", written)
                .containsEntry("after", 2L)
                .containsKey("msg");
    }

    @Test
    void aListOfFieldsThatIsEmptiedWhileItIsReadLeavesALineThatSaysSo() {
        TestEvent event = TestEvent.saying("{}", new Object() {});
        Object emptying = new Object() {
            @Override
            public String toString() {
                event.keyValues().clear();
                return "emptied";
            }
        };
        event.with("stage", emptying)
                .with("provider_job_id", "pv_1")
                .with("attempt", 2)
                .with("model", "v5");

        Map<String, Object> json = event.json();

        assertThat(json)
                .containsEntry("stage", "emptied")
                .containsEntry("attempt", "[changed while it was read]")
                .containsEntry("model", "v5")
                .containsEntry("_repaired", List.of("attempt"));
    }

    static Stream<Arguments> oddValues() {
        return Stream.of(
                Arguments.of("null", null, null),
                Arguments.of("NaN", Double.NaN, "NaN"),
                Arguments.of("infinity", Float.NEGATIVE_INFINITY, "-Infinity"),
                Arguments.of("NUL", "a\0b", "a\uFFFDb"),
                Arguments.of("lone high surrogate", "a\uD83D", "a\uFFFD"),
                Arguments.of("lone low surrogate", "\uDE00a", "\uFFFDa"),
                Arguments.of("swapped surrogates", "\uDE00\uD83D", "\uFFFD\uFFFD"),
                Arguments.of("emoji", "\uD83D\uDE00", "\uD83D\uDE00"),
                Arguments.of("separators", "\u2028\u2029", "\u2028\u2029"),
                Arguments.of("quotes and controls", "\"\\\n\r\t\b\f\u001B", "\"\\\n\r\t\b\f\u001B"),
                Arguments.of("null text", new Silent(), "null"),
                Arguments.of(
                        "throwing text",
                        new Throwing(),
                        "[" + Throwing.class.getName() + ".toString threw java.lang.IllegalStateException]"),
                Arguments.of(
                        "overflowing text",
                        new Overflowing(),
                        "[" + Overflowing.class.getName() + ".toString threw java.lang.StackOverflowError]"),
                Arguments.of("self-containing list", selfContaining(), List.of("[contains itself]")),
                Arguments.of(
                        "throwing list",
                        new ThrowingList(),
                        "[" + ThrowingList.class.getName() + " threw java.lang.IllegalStateException]"),
                Arguments.of(
                        "throwing map",
                        new ThrowingMap(),
                        "[" + ThrowingMap.class.getName() + " threw java.util.ConcurrentModificationException]"),
                Arguments.of("colliding keys", colliding(), Map.of("1", "a", "1_2", "b")),
                Arguments.of(
                        "keys that look the same once written",
                        Map.of("a\0", 1, "a\uFFFD", 1, "a\uD800", 1),
                        Map.of("a\uFFFD", 1L, "a\uFFFD_2", 1L, "a\uFFFD_3", 1L)),
                Arguments.of("null key", nullKey(), Map.of("null", 1L)),
                Arguments.of("empty", Optional.empty(), null),
                Arguments.of("present", Optional.of(5), 5L),
                Arguments.of("array", new int[] {1, 2}, List.of(1L, 2L)),
                Arguments.of("number of 5,000 digits", new BigInteger("9".repeat(5000)), "9".repeat(5000)),
                Arguments.of("tiny", new BigDecimal("1e-20000"), "1E-20000"),
                Arguments.of("number of someone's own class", new OddNumber(), "{\"not\":json"),
                Arguments.of("beyond a double", new BigDecimal("1e400"), "1E+400"));
    }

    @Test
    void numbersWhoseDigitsWouldTakeSecondsAreTold() {
        BigInteger huge = BigInteger.TEN.pow(1_000_000);

        Map<String, Object> json = TestEvent.saying("{}", huge)
                .with("whole", huge)
                .with("decimal", new BigDecimal(huge, 3))
                .with("job_id", huge)
                .json();

        assertThat(json)
                .containsEntry("msg", "[a number of 3321929 bits]")
                .containsEntry("whole", "[a number of 3321929 bits]")
                .containsEntry("decimal", "[a number of 3321929 bits]")
                .containsEntry("job_id", "[a number of 3321929 bits]");
    }

    @Test
    void layersWithoutEndEnd() {
        assertThat(TestEvent.saying("{}", layers()).with("odd", layers()).json())
                .containsEntry("msg", "[wrapped more than 32 times]")
                .containsEntry("odd", "[wrapped more than 32 times]");
    }

    @Test
    void tenThousandLevelsEndAtThirtyTwo() {
        Object nested = "bottom";
        for (int i = 0; i < 10_000; i++) {
            nested = List.of(nested);
        }

        Map<String, Object> json =
                TestEvent.saying("x").with("odd", nested).with("after", 2).json();

        assertThat(json.get("odd").toString()).contains("nested deeper than 32");
        assertThat(json).containsEntry("after", 2L);
    }

    @Test
    void aHundredThousandKeysAreCutInBytesAndSaySo() {
        Map<String, Object> many = new LinkedHashMap<>();
        IntStream.range(0, 100_000).forEach(i -> many.put("key-" + i, "value-" + i));

        String line = TestEvent.saying("x").with("odd", many).line();

        assertThat(line.length()).isLessThan(Limits.DEFAULT_EVENT_BYTES + 1024);
        assertThat(TestEvent.parse(line).get("odd").toString()).contains("_cut=true");
    }

    @Test
    void aTenMegabyteStringIsCut() {
        String line = TestEvent.saying("x").with("odd", "é".repeat(10_000_000)).line();

        assertThat(line.length()).isLessThan(Limits.DEFAULT_STRING_LENGTH + 1024);
    }

    @Test
    void manySelfReferencesDoNotMultiply() {
        Map<String, Object> map = new HashMap<>();
        IntStream.range(0, 50).forEach(i -> map.put("self-" + i, map));

        assertThat(TestEvent.saying("x").with("odd", map).line().length()).isLessThan(10_000);
    }

    @Test
    void widthTimesDepthIsCutInBytes() {
        Object wide = "x";
        for (int i = 0; i < 20; i++) {
            Object[] row = new Object[10];
            Arrays.fill(row, wide);
            wide = row;
        }

        assertThat(TestEvent.saying("x").with("odd", wide).line().length()).isLessThan(2 * Limits.DEFAULT_EVENT_BYTES);
    }

    private static Object layers() {
        Object value = "core";
        for (int i = 0; i < 50_000; i++) {
            value = Optional.of(value);
        }
        return value;
    }

    private static List<Object> selfContaining() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        return list;
    }

    private static Map<Object, Object> colliding() {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put(1, "a");
        map.put("1", "b");
        return map;
    }

    private static Map<Object, Object> nullKey() {
        Map<Object, Object> map = new HashMap<>();
        map.put(null, 1);
        return map;
    }

    @SuppressWarnings("ToStringReturnsNull") // the very thing that is tested
    private static final class Silent {
        @Override
        public String toString() {
            return null;
        }
    }

    private static final class OddNumber extends BigDecimal {
        private static final long serialVersionUID = 1;

        OddNumber() {
            super(1);
        }

        @Override
        public String toString() {
            return "{\"not\":json";
        }
    }

    private static final class Throwing {
        @Override
        public String toString() {
            throw new IllegalStateException("secret content");
        }
    }

    private static final class Overflowing {
        @Override
        @SuppressWarnings("InfiniteRecursion")
        public String toString() {
            return new Overflowing().toString();
        }
    }

    private static final class ThrowingList extends AbstractList<String> {
        @Override
        public String get(int index) {
            if (index == 1) {
                throw new IllegalStateException();
            }
            return "ok";
        }

        @Override
        public int size() {
            return 3;
        }
    }

    private static final class ThrowingMap extends AbstractMap<String, String> {
        @Override
        public Set<Entry<String, String>> entrySet() {
            throw new java.util.ConcurrentModificationException();
        }
    }
}
