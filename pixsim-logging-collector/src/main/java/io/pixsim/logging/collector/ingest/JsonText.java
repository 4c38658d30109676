package io.pixsim.logging.collector.ingest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import org.jspecify.annotations.Nullable;

/** Writes plain values as JSON again. */
final class JsonText {

    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();
    private static final int USUAL_LENGTH = 256;

    private final StringBuilder json = new StringBuilder(USUAL_LENGTH);

    private JsonText() {}

    static String of(@Nullable Object value) {
        JsonText text = new JsonText();
        text.write(value);
        return text.json.toString();
    }

    private void write(@Nullable Object value) {
        if (value instanceof String text) {
            string(text);
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof List<?> list) {
            array(list);
        } else {
            boolean known = value instanceof Long || value instanceof BigDecimal || value instanceof Boolean;
            json.append(known ? value : null);
        }
    }

    private void object(Map<?, ?> map) {
        char before = '{';
        for (Map.Entry<?, ?> member : map.entrySet()) {
            json.append(before);
            string((String) member.getKey());
            json.append(':');
            write(member.getValue());
            before = ',';
        }
        json.append(before == '{' ? "{}" : "}");
    }

    private void array(List<?> list) {
        char before = '[';
        for (Object element : list) {
            json.append(before);
            write(element);
            before = ',';
        }
        json.append(before == '[' ? "[]" : "]");
    }

    private void string(String text) {
        json.append('"');
        if (isPlain(text)) {
            json.append(text);
        } else {
            ENCODER.quoteAsString(text, json);
        }
        json.append('"');
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }
}
