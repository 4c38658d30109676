package io.pixsim.logging.collector.ingest.otlp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads OTLP's {@code AnyValue} and {@code KeyValue} from plain values: numbers of 64 bits may be text, and bytes are base64.
 * How deep they are nested was looked at before.
 */
final class JsonValues {

    private JsonValues() {}

    /** Pairs; of a name that is there twice, the first counts. */
    static Map<String, @Nullable Object> pairs(@Nullable Object list) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (Object element : list instanceof List<?> pairs ? pairs : List.of()) {
            if (element instanceof Map<?, ?> pair) {
                members.putIfAbsent(text(pair.get("key")), value(pair.get("value")));
            }
        }
        return members;
    }

    /** A value; one of no known kind is null. */
    static @Nullable Object value(@Nullable Object any) {
        if (!(any instanceof Map<?, ?> map) || map.isEmpty()) {
            return null;
        }
        Map.Entry<?, ?> kind = map.entrySet().iterator().next();
        Object value = kind.getValue();
        return switch (String.valueOf(kind.getKey())) {
            case "stringValue", "string_value", "boolValue", "bool_value", "bytesValue", "bytes_value" -> value;
            case "intValue", "int_value" -> value instanceof String text ? whole(text) : value;
            case "doubleValue", "double_value" -> value instanceof String text ? fraction(text) : value;
            case "arrayValue", "array_value" -> list(member(value, "values"));
            case "kvlistValue", "kvlist_value" -> pairs(member(value, "values"));
            default -> null;
        };
    }

    private static List<@Nullable Object> list(@Nullable Object values) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (Object element : values instanceof List<?> list ? list : List.of()) {
            elements.add(value(element));
        }
        return elements;
    }

    static @Nullable Object member(@Nullable Object object, String name) {
        return object instanceof Map<?, ?> map ? map.get(name) : null;
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** What is no number stays text. */
    private static Object whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static Object fraction(String text) {
        try {
            return ProtobufValues.fraction(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
