package io.pixsim.logging.test.wire;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** OTLP's {@code AnyValue} and {@code KeyValue} as the plain values that JSON is read as. */
final class OtlpValue {

    private static final int KEY = 1;
    private static final int VALUE = 2;
    private static final int ELEMENT = 1;

    private static final int STRING = 1;
    private static final int BOOL = 2;
    private static final int INT = 3;
    private static final int DOUBLE = 4;
    private static final int ARRAY = 5;
    private static final int KEY_VALUES = 6;
    private static final int BYTES = 7;
    /** Readers of Protocol Buffers give up at a hundred messages in one another, of which each level takes three. */
    private static final int MOST_DEPTH = 33;

    private OtlpValue() {}

    /** A pair, added to those that were read before. */
    static void addPair(ProtobufFields pair, Map<String, @Nullable Object> to) throws IOException {
        addPair(pair, to, 0);
    }

    static @Nullable Object read(ProtobufFields value) throws IOException {
        return read(value, 0);
    }

    private static void addPair(ProtobufFields pair, Map<String, @Nullable Object> to, int depth) throws IOException {
        String key = "";
        Object value = null;
        for (int field = pair.next(); field != 0; field = pair.next()) {
            switch (field) {
                case KEY -> key = pair.text();
                case VALUE -> value = read(pair.message(), depth);
                default -> {} // of a later version
            }
        }
        to.put(key, value);
    }

    /** A value that holds nothing is null. */
    private static @Nullable Object read(ProtobufFields value, int depth) throws IOException {
        if (depth > MOST_DEPTH) {
            throw new IOException("values nest deeper than " + MOST_DEPTH);
        }
        Object read = null;
        for (int field = value.next(); field != 0; field = value.next()) {
            read = switch (field) {
                case STRING -> value.text();
                case BOOL -> value.number() != 0;
                case INT -> value.number();
                case DOUBLE -> fraction(Double.longBitsToDouble(value.number()));
                case ARRAY -> array(value.message(), depth);
                case KEY_VALUES -> map(value.message(), depth);
                case BYTES -> Base64.getEncoder().encodeToString(value.bytes());
                default -> read;
            };
        }
        return read;
    }

    /** What JSON has no number for is its name. */
    private static Object fraction(double number) {
        return Double.isFinite(number) ? BigDecimal.valueOf(number) : String.valueOf(number);
    }

    private static List<@Nullable Object> array(ProtobufFields array, int depth) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int field = array.next(); field != 0; field = array.next()) {
            if (field == ELEMENT) {
                elements.add(read(array.message(), depth + 1));
            }
        }
        return elements;
    }

    private static Map<String, @Nullable Object> map(ProtobufFields map, int depth) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int field = map.next(); field != 0; field = map.next()) {
            if (field == ELEMENT) {
                addPair(map.message(), members, depth + 1);
            }
        }
        return members;
    }
}
