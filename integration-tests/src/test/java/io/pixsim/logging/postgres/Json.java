package io.pixsim.logging.postgres;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.encode.JsonReader;

/** Values that are equal when they mean the same: the database writes 1E+5 as 100000, and orders members. */
final class Json {

    private Json() {}

    static Object value(String json) throws IOException {
        return comparable(JsonReader.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    static Object comparable(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> members = new HashMap<>();
            map.forEach((key, member) -> members.put(key, comparable(member)));
            return members;
        }
        if (value instanceof List<?> list) {
            List<Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(comparable(element)));
            return elements;
        }
        return value instanceof Number ? new BigDecimal(value.toString()).stripTrailingZeros() : value;
    }
}
