package io.pixsim.logging.http.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Events of every shape that JSON allows, the same ones for the same seed. */
final class RandomEvents {

    private static final List<String> LEVELS = List.of("debug", "info", "warning", "error", "critical", "WARN", "loud");
    private static final String LETTERS = "abz_.:09 \"\\/\b\f\n\r\t\u0001\u007fäßйя日本\u2028\ufeff😀🎬";

    private final Random random;

    RandomEvents(long seed) {
        random = new Random(seed);
    }

    /** Some have what every event of ours has, some lack it or have it of another type. */
    Map<String, Object> event() {
        Map<String, Object> event = new LinkedHashMap<>();
        put(event, "timestamp", timestamp());
        put(event, "level", LEVELS.get(random.nextInt(LEVELS.size())));
        put(event, "msg", text(200));
        put(event, "service", List.of("worker", "api", "").get(random.nextInt(3)));
        put(event, "env", List.of("dev", "prod").get(random.nextInt(2)));
        put(event, "trace_id", hex(random.nextInt(4) == 0 ? 31 : 32));
        put(event, "span_id", hex(random.nextInt(4) == 0 ? 17 : 16));
        put(event, "stage", "provider:submit");
        if (random.nextInt(4) == 0) {
            event.put("event", text(10));
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            event.put(text(8) + i, value(0));
        }
        return event;
    }

    private void put(Map<String, Object> event, String name, Object usual) {
        int turn = random.nextInt(12);
        if (turn == 0) {
            event.put(name, value(0));
        } else if (turn > 1) {
            event.put(name, usual);
        }
    }

    private String timestamp() {
        return String.format(
                "20%02d-%02d-%02dT%02d:%02d:%02d.%06dZ",
                random.nextInt(100),
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                random.nextInt(24),
                random.nextInt(60),
                random.nextInt(60),
                random.nextInt(1_000_000));
    }

    private String hex(int digits) {
        return random.ints(digits, 0, 16).mapToObj(Integer::toHexString).collect(Collectors.joining());
    }

    private String text(int most) {
        int[] points = LETTERS.codePoints().toArray();
        return random.ints(random.nextInt(most), 0, points.length)
                .mapToObj(i -> Character.toString(points[i]))
                .collect(Collectors.joining());
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 20 ? 8 : 10)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong();
            case 3 -> (long) random.nextInt(100);
            case 4 -> new BigInteger(90, random).add(BigInteger.ONE.shiftLeft(64));
            case 5 -> BigDecimal.valueOf(random.nextInt(), random.nextInt(12)).setScale(13);
            case 6, 7 -> text(random.nextInt(50) == 0 ? 3000 : 20);
            case 8 -> list(depth);
            default -> map(depth);
        };
    }

    private List<Object> list(int depth) {
        List<Object> elements = new ArrayList<>();
        for (int i = random.nextInt(3) + depth % 2; i > 0; i--) {
            elements.add(value(depth + 1));
        }
        return elements;
    }

    private Map<String, Object> map(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = random.nextInt(3) + depth % 2; i > 0; i--) {
            members.put(text(6) + i, value(depth + 1));
        }
        return members;
    }

    /** Maps in one another, so many. */
    static Map<String, Object> nested(int depth) {
        return depth == 0 ? Map.of("end", 1L) : Map.of("in", nested(depth - 1));
    }

    /** The event as our encoder ends it: one line. */
    static byte[] bytes(Map<String, Object> event) {
        return (json(event) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(member -> json(member.getKey()) + ":" + json(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(RandomEvents::json).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof String text) {
            return text.codePoints().mapToObj(RandomEvents::escaped).collect(Collectors.joining("", "\"", "\""));
        }
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    private static String escaped(int point) {
        if (point == '"' || point == '\\') {
            return "\\" + (char) point;
        }
        return point < ' ' || point == 0x2028 ? String.format("\\u%04x", point) : Character.toString(point);
    }
}
