package io.pixsim.logging.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;

/** One value an event, under the name {@code value}; before and after it stand values that it must not harm. */
final class CorpusValues {

    private CorpusValues() {}

    static void values(Logger log) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("an integer of 64 bits", Long.MIN_VALUE);
        values.put("an integer of 100 digits", BigInteger.TEN.pow(99));
        values.put("a fraction", 12.5);
        values.put("a decimal", new BigDecimal("0.10"));
        values.put("a flag", true);
        values.put("nothing", null);
        values.put("an optional with a text in it", Optional.of("text"));
        values.put("an empty optional", Optional.empty());
        values.put("an enum constant, SECONDS", TimeUnit.SECONDS);
        values.put("an instant", Instant.parse("2025-11-12T00:00:00Z"));
        values.put("a date", LocalDate.of(2025, 11, 12));
        values.put("a duration of 1.5 seconds", Duration.ofMillis(1500));
        values.put("a UUID", new UUID(1, 2));
        values.put("a URI", URI.create("http://localhost:8001/health?deep=1"));
        values.put("a list", List.of(1, "two", List.of(3)));
        values.put("an array of ints", new int[] {1, 2});
        values.put("a map", map("a", 1, "b", map("c", null)));
        values.forEach((what, value) -> log(log, what, "value", value));
        log(log, "the text 123 as job_id", "job_id", "123");
        log(log, "the text 007 as job_id", "job_id", "007");
        log(log, "the text job-abc123 as job_id", "job_id", "job-abc123");
        log(log, "3000000000 as job_id", "job_id", 3_000_000_000L);
        log(log, "12.7 as duration_ms", "duration_ms", 12.7);
        log(log, "a map as attempt", "attempt", map("n", 1));
        log(log, "a list as provider_id", "provider_id", List.of("a", 1));
    }

    static void hostile(Logger log) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("a text with NUL", "a\0b");
        values.put("a text with every control character", controls());
        values.put("a text with U+2028 and U+2029", "a\u2028b\u2029c");
        values.put("a text with an ANSI escape and a right-to-left override", "\u001B[31m\u202Ered");
        values.put("a text with lone surrogates, first low, then high", "\uDE00a\uD83D");
        values.put("a text of 2,000 characters", "x".repeat(2_000));
        values.put("a text of one letter and 600 emoji", "a" + "\uD83D\uDE00".repeat(600));
        values.put("not a number", Double.NaN);
        values.put("minus infinity", Double.NEGATIVE_INFINITY);
        values.put("an object whose toString throws", new Throwing());
        values.put("an object whose toString is null", new Silent());
        values.put("a list that contains itself", selfContaining());
        values.put("lists in one another, 100 deep", nested(100));
        values.put("a map with the keys 1 and the text 1", map(1, "number", "1", "text"));
        values.put("a map with the key null", map(null, 1));
        values.forEach((what, value) -> log(log, what, "value", value));
        log.info(null, (Object) null);
        log.info("a message with {} and a line feed\nin it", (Object) null);
        log.info("a message with one argument too few: {} {}", 1);
    }

    private static void log(Logger log, String what, String name, Object value) {
        log.atInfo()
                .addKeyValue("before", 1)
                .addKeyValue(name, value)
                .addKeyValue("after", 2)
                .log(what);
    }

    private static String controls() {
        StringBuilder text = new StringBuilder();
        for (char c = 1; c <= 0x9F; c = c == 0x1F ? 0x7F : (char) (c + 1)) {
            text.append(c);
        }
        return text.toString();
    }

    private static List<Object> selfContaining() {
        List<Object> list = new ArrayList<>(List.of(1));
        list.add(list);
        return list;
    }

    private static List<Object> nested(int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = 1; i < depth; i++) {
            list = new ArrayList<>(Arrays.asList((Object) list));
        }
        return list;
    }

    private static Map<Object, Object> map(Object... keysAndValues) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static final class Throwing {
        @Override
        public String toString() {
            throw new IllegalStateException("not told");
        }
    }

    private static final class Silent {
        @Override
        @SuppressWarnings("ToStringReturnsNull") // the very thing that is shown
        public String toString() {
            return null;
        }
    }
}
