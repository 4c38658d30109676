package io.pixsim.logging.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Wire;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an event is made of, it is one line of strict JSON that the ingest endpoint can store. */
class RandomEventsTest {

    private static final int EVENTS = 2_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 20251113, 77_777_777})
    void everyEventIsOneStrictLine(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < EVENTS; i++) {
            String line = event(random).line(Limits.DEFAULT, Dialect.PIXSIM_BATCH);

            assertThat(line.indexOf('\n'))
                    .as("seed %d, event %d: %s", seed, i, line)
                    .isEqualTo(line.length() - 1);
            assertThat(line).doesNotContain("\0", "\\u0000", "\\ud8", "\\udc");
            Map<String, Object> json = TestEvent.parse(line);
            assertThat(json.keySet()).doesNotContainAnyElementsOf(Wire.RESERVED_KEYS);
            assertThat(json).containsKeys("timestamp", "level", "service", "env", "msg");
            json.forEach(RandomEventsTest::assertFitsItsColumn);
        }
    }

    private static void assertFitsItsColumn(String key, Object value) {
        var field = Fields.find(key);
        if (field == null || value == null) {
            return;
        }
        switch (field.type()) {
            case TEXT -> {
                String text = (String) value;
                assertThat(text.codePointCount(0, text.length())).isLessThanOrEqualTo(field.maxCodePoints());
            }
            case INTEGER, MILLIS ->
                assertThat((Long) value).isBetween((long) Integer.MIN_VALUE, (long) Integer.MAX_VALUE);
            case ANY -> assertThat(key).isNotEmpty();
        }
    }

    private static TestEvent event(Random random) {
        TestEvent event = TestEvent.saying(text(random), value(random, 0), value(random, 0));
        for (int i = random.nextInt(6); i > 0; i--) {
            event.with(key(random), value(random, 0));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            event.in(key(random), random.nextInt(5) == 0 ? null : text(random));
        }
        return event;
    }

    private static String key(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Fields.all().get(random.nextInt(Fields.all().size())).name();
            case 1 -> List.copyOf(Wire.RESERVED_KEYS).get(random.nextInt(Wire.RESERVED_KEYS.size()));
            case 2 -> "key_" + random.nextInt(3);
            default -> text(random);
        };
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 6 : 9)) {
            case 0 -> text(random);
            case 1 -> random.nextLong();
            case 2 -> random.nextInt(1000);
            case 3 -> Double.longBitsToDouble(random.nextLong());
            case 4 -> random.nextBoolean();
            case 5 -> null;
            case 6 -> list(random, depth);
            case 7 -> map(random, depth);
            default -> new Object[] {value(random, depth + 1)};
        };
    }

    private static List<Object> list(Random random, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(random, depth + 1));
        }
        return list;
    }

    private static Map<Object, Object> map(Random random, int depth) {
        Map<Object, Object> map = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(random.nextBoolean() ? text(random) : random.nextInt(9), value(random, depth + 1));
        }
        return map;
    }

    /** Any UTF-16 units, with those that matter to JSON more often than chance has them. */
    private static String text(Random random) {
        char[] units = new char[random.nextInt(120)];
        for (int i = 0; i < units.length; i++) {
            units[i] = switch (random.nextInt(5)) {
                case 0 -> (char) random.nextInt(0x10000);
                case 1 -> (char) (0xD800 + random.nextInt(0x800));
                case 2 -> "\"\\{}\n\r\t\0,:[]\u007F\u0085\u2028".charAt(random.nextInt(15));
                default -> (char) ('a' + random.nextInt(26));
            };
        }
        return new String(units);
    }
}
