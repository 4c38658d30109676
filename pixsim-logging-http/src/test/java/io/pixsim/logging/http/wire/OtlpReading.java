package io.pixsim.logging.http.wire;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.opentelemetry.proto.resource.v1.Resource;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.encode.JsonReader;

/** What the official classes read, and what they should have, in one shape that can be compared. */
final class OtlpReading {

    private static final Map<String, SeverityNumber> NUMBERS = Map.of(
            "DEBUG", SeverityNumber.SEVERITY_NUMBER_DEBUG,
            "INFO", SeverityNumber.SEVERITY_NUMBER_INFO,
            "WARNING", SeverityNumber.SEVERITY_NUMBER_WARN,
            "ERROR", SeverityNumber.SEVERITY_NUMBER_ERROR,
            "CRITICAL", SeverityNumber.SEVERITY_NUMBER_FATAL);

    private OtlpReading() {}

    /** A record as the event that it was. */
    static Map<String, Object> event(Resource resource, LogRecord record) {
        Map<String, Object> event = new LinkedHashMap<>();
        record.getAttributesList().forEach(pair -> event.put(pair.getKey(), value(pair.getValue())));
        for (KeyValue pair : resource.getAttributesList()) {
            event.put("resource " + pair.getKey(), value(pair.getValue()));
        }
        put(event, "time", record.getTimeUnixNano() == 0 ? null : record.getTimeUnixNano());
        put(event, "severity", record.getSeverityNumberValue() == 0 ? null : record.getSeverityNumber());
        put(event, "body", record.hasBody() ? List.of(String.valueOf(value(record.getBody()))) : null);
        put(
                event,
                "trace",
                record.getTraceId().isEmpty() ? null : hex(record.getTraceId().toByteArray()));
        put(
                event,
                "span",
                record.getSpanId().isEmpty() ? null : hex(record.getSpanId().toByteArray()));
        put(event, "name", record.getEventName());
        return event;
    }

    /** The event as a record should have it. */
    static Map<String, Object> expected(Map<String, Object> event) {
        Map<String, Object> expected = new LinkedHashMap<>();
        event.forEach((name, value) -> {
            if (!isPlaced(name, value)) {
                expected.put(name, expected(value, 0));
            }
        });
        if (event.get("service") instanceof String service) {
            expected.put("resource service.name", service);
        }
        if (event.get("env") instanceof String env) {
            expected.put("resource deployment.environment.name", env);
            expected.put("resource deployment.environment", env);
        }
        put(expected, "time", isPlaced("timestamp", event.get("timestamp")) ? nanos(event.get("timestamp")) : null);
        put(expected, "severity", isPlaced("level", event.get("level")) ? number(event.get("level")) : null);
        put(expected, "body", event.containsKey("msg") ? List.of(String.valueOf(expected(event.get("msg"), 0))) : null);
        put(expected, "trace", isPlaced("trace_id", event.get("trace_id")) ? event.get("trace_id") : null);
        put(expected, "span", isPlaced("span_id", event.get("span_id")) ? event.get("span_id") : null);
        Object name = event.get("event") instanceof String ? event.get("event") : event.get("stage");
        put(expected, "name", name instanceof String ? name : "");
        return expected;
    }

    private static boolean isPlaced(String name, Object value) {
        if (name.equals("msg")) {
            return true;
        }
        if (!(value instanceof String text)) {
            return false;
        }
        return switch (name) {
            case "service", "env" -> true;
            case "timestamp" -> text.matches("20\\d\\d-.*Z");
            case "level" -> Severity.parse(text).isPresent();
            case "trace_id" -> text.matches("[0-9a-f]{32}");
            case "span_id" -> text.matches("[0-9a-f]{16}");
            default -> false;
        };
    }

    static Object value(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> textOrJson(value.getStringValue());
            case BOOL_VALUE -> value.getBoolValue();
            case INT_VALUE -> value.getIntValue();
            case DOUBLE_VALUE -> value.getDoubleValue();
            case ARRAY_VALUE ->
                value.getArrayValue().getValuesList().stream()
                        .map(element -> String.valueOf(value(element)))
                        .toList();
            case KVLIST_VALUE -> {
                Map<String, Object> members = new LinkedHashMap<>();
                value.getKvlistValue().getValuesList().forEach(m -> members.put(m.getKey(), value(m.getValue())));
                yield members;
            }
            default -> null;
        };
    }

    /** What was too deep is JSON within text: the same again when it is read. */
    private static Object textOrJson(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return text;
        }
        try {
            return Set.of(String.valueOf(JsonReader.read(text.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException e) {
            return text;
        }
    }

    static Object expected(Object value, int depth) {
        if (depth == OtlpValues.MOST_DEPTH && (value instanceof Map || value instanceof List)) {
            return Set.of(String.valueOf(value));
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(element -> String.valueOf(expected(element, depth + 1)))
                    .toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> members = new LinkedHashMap<>();
            map.forEach((name, member) -> members.put((String) name, expected(member, depth + 1)));
            return members;
        }
        if (value instanceof BigInteger number) {
            return number.toString();
        }
        return value instanceof BigDecimal number ? (Object) number.doubleValue() : value;
    }

    private static Long nanos(Object timestamp) {
        Instant instant = Instant.parse((String) timestamp);
        return instant.getEpochSecond() * 1_000_000_000 + instant.getNano();
    }

    private static SeverityNumber number(Object level) {
        return NUMBERS.get(Severity.parse((String) level).orElseThrow().name());
    }

    private static String hex(byte[] id) {
        return HexFormat.of().formatHex(id);
    }

    private static void put(Map<String, Object> to, String name, Object value) {
        to.put("(" + name + ")", value);
    }
}
