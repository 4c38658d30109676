package io.pixsim.logging.http.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.LongSupplier;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One event as an OTLP {@code LogRecord}. What OTLP has a place for goes there; all else is an attribute under its own
 * name. {@code event}, or {@code stage} where there is none, is the event's name too. For one thread.
 */
final class OtlpRecord {

    private static final int TIME = 1;
    private static final int SEVERITY_NUMBER = 2;
    private static final int SEVERITY_TEXT = 3;
    private static final int BODY = 5;
    private static final int ATTRIBUTE = 6;
    private static final int TRACE_ID = 9;
    private static final int SPAN_ID = 10;
    private static final int OBSERVED_TIME = 11;
    private static final int EVENT_NAME = 12;

    private static final int TRACE_ID_DIGITS = 32;
    private static final int SPAN_ID_DIGITS = 16;

    private final WireBuffer bytes = new WireBuffer();
    private final ProtobufWriter out = new ProtobufWriter(bytes);
    private final OtlpValues values = new OtlpValues(out);
    private final EventTime times = new EventTime();
    private final LongSupplier epochNanos;

    private @Nullable String service;
    private @Nullable String env;
    private @Nullable String event;
    private @Nullable String stage;
    private long time;

    OtlpRecord(LongSupplier epochNanos) {
        this.epochNanos = epochNanos;
    }

    /** The record, until the next event is read. */
    WireBuffer bytes() {
        return bytes;
    }

    @Nullable
    String service() {
        return service;
    }

    @Nullable
    String env() {
        return env;
    }

    boolean isOf(@Nullable String otherService, @Nullable String otherEnv) {
        return Objects.equals(service, otherService) && Objects.equals(env, otherEnv);
    }

    void read(byte[] json) {
        clear();
        try (JsonParser parser = EventJson.object(json)) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                if (!wasPlaced(name, parser, json)) {
                    values.pair(ATTRIBUTE, name, parser, json);
                }
            }
        } catch (IOException e) {
            // Not written by our encoder: better as text than not at all, and never at the cost of the others.
            clear();
            values.text(BODY, new String(json, StandardCharsets.UTF_8));
        }
        writeTimes();
        String eventName = event != null ? event : stage;
        if (eventName != null) {
            out.string(EVENT_NAME, eventName);
        }
    }

    private void clear() {
        bytes.clear();
        service = null;
        env = null;
        event = null;
        stage = null;
        time = EventTime.NONE;
    }

    /** Whether the member has a place of its own, and needs no attribute. */
    private boolean wasPlaced(String name, JsonParser parser, byte[] json) throws IOException {
        if (name.equals(Fields.MSG.name())) {
            values.value(BODY, parser, json);
            return true;
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return false;
        }
        return switch (name) {
            case "timestamp" -> isTime(parser.getText());
            case "level" -> isSeverity(parser.getText());
            case "service" -> {
                service = parser.getText();
                yield true;
            }
            case "env" -> {
                env = parser.getText();
                yield true;
            }
            case "trace_id" -> isId(TRACE_ID, TRACE_ID_DIGITS, parser.getText());
            case "span_id" -> isId(SPAN_ID, SPAN_ID_DIGITS, parser.getText());
            case "event" -> {
                event = parser.getText();
                yield false;
            }
            case "stage" -> {
                stage = parser.getText();
                yield false;
            }
            default -> false;
        };
    }

    private boolean isTime(String text) {
        time = times.nanos(text);
        return time != EventTime.NONE;
    }

    private boolean isSeverity(String text) {
        Severity severity = Severity.parse(text).orElse(null);
        if (severity == null) {
            return false;
        }
        out.varint(SEVERITY_NUMBER, number(severity));
        out.string(SEVERITY_TEXT, text(severity));
        return true;
    }

    private static int number(Severity severity) {
        return switch (severity) {
            case DEBUG -> 5;
            case INFO -> 9;
            case WARNING -> 13;
            case ERROR -> 17;
            case CRITICAL -> 21;
        };
    }

    private static String text(Severity severity) {
        return switch (severity) {
            case WARNING -> "WARN";
            case CRITICAL -> "FATAL";
            case DEBUG, INFO, ERROR -> severity.name();
        };
    }

    /** An id of zeros is none, as is one of another length: OTLP has no place for it. */
    private boolean isId(int field, int digits, String text) {
        if (text.length() != digits
                || !text.chars().allMatch(HexFormat::isHexDigit)
                || text.chars().allMatch(c -> c == '0')) {
            return false;
        }
        byte[] id = HexFormat.of().parseHex(text);
        out.bytes(field, id, id.length);
        return true;
    }

    private void writeTimes() {
        if (time != EventTime.NONE) {
            out.fixed64(TIME, time);
        }
        // The program that logs is the one that observes.
        out.fixed64(OBSERVED_TIME, time != EventTime.NONE ? time : epochNanos.getAsLong());
    }
}
