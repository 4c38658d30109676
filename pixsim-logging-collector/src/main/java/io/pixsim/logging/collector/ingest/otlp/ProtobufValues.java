package io.pixsim.logging.collector.ingest.otlp;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.collector.ingest.body.BodyException;
import io.pixsim.logging.collector.ingest.body.Texts;
import org.jspecify.annotations.Nullable;

/** Reads OTLP's {@code AnyValue} and {@code KeyValue} as plain values. */
final class ProtobufValues {

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

    private final int maxDepth;
    private boolean tooDeep;

    ProtobufValues(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    /** Whether something was nested too deeply, and left out, since the last time that this was asked. */
    boolean wasTooDeep() {
        boolean was = tooDeep;
        tooDeep = false;
        return was;
    }

    /** A pair; of a name that is there twice, the first counts. */
    void pair(ProtobufReader pair, Map<String, @Nullable Object> into) throws BodyException {
        pair(pair, into, 1);
    }

    /** A value. */
    @Nullable
    Object value(ProtobufReader value) throws BodyException {
        return value(value, 1);
    }

    private void pair(ProtobufReader pair, Map<String, @Nullable Object> into, int depth) throws BodyException {
        String key = "";
        Object value = null;
        for (int field = pair.next(); field != 0; field = pair.next()) {
            if (field == KEY) {
                key = Texts.clean(pair.text());
            } else if (field == VALUE) {
                value = value(pair.message(), depth);
            }
        }
        into.putIfAbsent(key, value);
    }

    private @Nullable Object value(ProtobufReader value, int depth) throws BodyException {
        if (depth > maxDepth) {
            tooDeep = true;
            return null;
        }
        Object result = null;
        for (int field = value.next(); field != 0; field = value.next()) {
            result = switch (field) {
                case STRING -> Texts.clean(value.text());
                case BOOL -> value.number() != 0;
                case INT -> value.number();
                case DOUBLE -> fraction(Double.longBitsToDouble(value.number()));
                case ARRAY -> list(value.message(), depth);
                case KEY_VALUES -> map(value.message(), depth);
                case BYTES -> Base64.getEncoder().encodeToString(value.content());
                default -> result;
            };
        }
        return result;
    }

    static Object fraction(double number) {
        return Double.isFinite(number) ? BigDecimal.valueOf(number) : Double.toString(number);
    }

    private List<@Nullable Object> list(ProtobufReader elements, int depth) throws BodyException {
        List<@Nullable Object> list = new ArrayList<>();
        for (int field = elements.next(); field != 0; field = elements.next()) {
            if (field == ELEMENT) {
                list.add(value(elements.message(), depth + 1));
            }
        }
        return list;
    }

    private Map<String, @Nullable Object> map(ProtobufReader members, int depth) throws BodyException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int field = members.next(); field != 0; field = members.next()) {
            if (field == ELEMENT) {
                pair(members.message(), map, depth + 1);
            }
        }
        return map;
    }
}
