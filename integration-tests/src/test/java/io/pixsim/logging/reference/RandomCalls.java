package io.pixsim.logging.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stages;
import io.pixsim.logging.catalog.Wire;
import org.slf4j.Logger;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** Calls to a logger such as no program makes, the same ones for the same seed. */
final class RandomCalls {

    private static final List<Level> LEVELS = List.of(Level.values());

    private final Logger log;
    private final Random random;

    RandomCalls(Logger log, long seed) {
        this.log = log;
        this.random = new Random(seed);
    }

    void next() {
        for (int i = random.nextInt(4); i > 0; i--) {
            MDC.put(key(), random.nextInt(5) == 0 ? null : text());
        }
        LoggingEventBuilder event = log.atLevel(LEVELS.get(random.nextInt(LEVELS.size())));
        if (random.nextBoolean()) {
            event = event.addMarker(marker());
        }
        if (random.nextInt(4) == 0) {
            event = event.setCause(new IllegalStateException(text(), new Exception(text())));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            event = event.addArgument(
                    random.nextBoolean() ? value(0) : Field.any("own", "").of(value(0)));
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            event = event.addKeyValue(key(), value(0));
        }
        event.log(text());
        MDC.clear();
    }

    private Marker marker() {
        return random.nextBoolean()
                ? Stages.all().get(random.nextInt(Stages.all().size()))
                : Severity.CRITICAL.at(Stages.all().get(0));
    }

    private String key() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> Fields.all().get(random.nextInt(Fields.all().size())).name();
            case 2 -> List.copyOf(Wire.RESERVED_KEYS).get(random.nextInt(Wire.RESERVED_KEYS.size()));
            case 3 -> List.of("traceId", "span.id", "key_1", "password").get(random.nextInt(4));
            default -> text();
        };
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 4 ? 7 : 9)) {
            case 0 -> text();
            case 1 -> random.nextLong();
            case 2 -> random.nextInt(1000);
            case 3 -> Double.longBitsToDouble(random.nextLong());
            case 4 -> random.nextBoolean();
            case 5 -> String.valueOf(random.nextInt());
            case 6 -> null;
            case 7 -> list(depth);
            default -> map(depth);
        };
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(depth + 1));
        }
        return list;
    }

    private Map<Object, Object> map(int depth) {
        Map<Object, Object> map = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(random.nextBoolean() ? text() : random.nextInt(9), value(depth + 1));
        }
        return map;
    }

    /** Any UTF-16 units, with those that matter to JSON more often than chance has them. */
    private String text() {
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
