package io.pixsim.logging.test.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.encode.JsonReader;
import org.jspecify.annotations.Nullable;

/** Where in an event a secret is: {@code headers.auth[1]}. */
final class FieldPath {

    private FieldPath() {}

    /** The path to the first value or name that holds the secret; null when none does. */
    static @Nullable String in(@Nullable Object value, String secret) {
        return find(value, secret, "");
    }

    /** The same in the JSON object around a place in a text that begins on the same line, whatever stands around that. */
    static @Nullable String around(String text, int at, String secret) {
        int brace = text.indexOf('{', text.lastIndexOf('\n', at) + 1);
        while (brace >= 0 && brace <= at) {
            int end = endOfObject(text, brace);
            String found = end > at ? in(object(text.substring(brace, end)), secret) : null;
            if (found != null) {
                return found;
            }
            boolean isBefore = end >= 0 && end <= at;
            brace = text.indexOf('{', isBefore ? end : brace + 1);
        }
        return null;
    }

    private static @Nullable Object object(String text) {
        try {
            return JsonReader.read(text.getBytes(ISO_8859_1));
        } catch (IOException e) { // no JSON
            return null;
        }
    }

    /** The place behind the brace that closes the one that stands there. */
    private static int endOfObject(String text, int start) {
        int depth = 0;
        boolean quoted = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                depth++;
            } else if (!quoted && c == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private static @Nullable String find(@Nullable Object value, String secret, String path) {
        if (value instanceof Map<?, ?> map) {
            return inMap(map, secret, path);
        }
        if (value instanceof List<?> list) {
            return inList(list, secret, path);
        }
        return value instanceof String text && text.contains(secret) ? path : null;
    }

    private static @Nullable String inMap(Map<?, ?> map, String secret, String path) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = path + (path.isEmpty() ? "" : ".") + entry.getKey();
            String found = name.contains(secret) ? path + " (a name)" : find(entry.getValue(), secret, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String inList(List<?> list, String secret, String path) {
        for (int i = 0; i < list.size(); i++) {
            String found = find(list.get(i), secret, path + "[" + i + "]");
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
