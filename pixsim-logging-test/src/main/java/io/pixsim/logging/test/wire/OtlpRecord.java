package io.pixsim.logging.test.wire;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import org.jspecify.annotations.Nullable;

/** One OTLP {@code LogRecord} as the event that it was made from. */
final class OtlpRecord {

    private static final int TIME = 1;
    private static final int SEVERITY_NUMBER = 2;
    private static final int BODY = 5;
    private static final int ATTRIBUTE = 6;
    private static final int TRACE_ID = 9;
    private static final int SPAN_ID = 10;
    private static final int OBSERVED_TIME = 11;
    private static final int EVENT_NAME = 12;

    private static final int NUMBERS_OF_A_SEVERITY = 4;
    private static final long NANOS_OF_SECOND = 1_000_000_000;
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Map<String, @Nullable Object> event;
    private long time;
    private long observed;
    private String name = "";

    private OtlpRecord(Map<String, @Nullable Object> resource) {
        event = new LinkedHashMap<>(resource);
    }

    /** The event, with what its resource tells of it. */
    static Map<String, @Nullable Object> read(ProtobufFields record, Map<String, @Nullable Object> resource)
            throws IOException {
        OtlpRecord read = new OtlpRecord(resource);
        for (int field = record.next(); field != 0; field = record.next()) {
            read.take(field, record);
        }
        return read.finished();
    }

    private void take(int field, ProtobufFields record) throws IOException {
        switch (field) {
            case TIME -> time = record.number();
            case OBSERVED_TIME -> observed = record.number();
            case SEVERITY_NUMBER -> putLevel((int) record.number());
            case BODY -> event.put(Fields.MSG.name(), OtlpValue.read(record.message()));
            case ATTRIBUTE -> OtlpValue.addPair(record.message(), event);
            case TRACE_ID -> event.put(Fields.TRACE_ID.name(), HexFormat.of().formatHex(record.bytes()));
            case SPAN_ID -> event.put(Fields.SPAN_ID.name(), HexFormat.of().formatHex(record.bytes()));
            case EVENT_NAME -> name = record.text();
            default -> {} // severity's text, which its number says too, and what nobody here writes
        }
    }

    private void putLevel(int number) {
        Severity[] severities = Severity.values();
        if (number > 0) {
            // 1 to 4 is TRACE, for which there is no severity of ours but the least.
            int place = Math.max(0, (number - 1) / NUMBERS_OF_A_SEVERITY - 1);
            Severity severity = severities[Math.min(place, severities.length - 1)];
            event.put(Fields.LEVEL.name(), severity.name().toLowerCase(Locale.ROOT));
        }
    }

    private Map<String, @Nullable Object> finished() {
        long at = time != 0 ? time : observed;
        if (at != 0) {
            Instant instant = Instant.ofEpochSecond(at / NANOS_OF_SECOND, at % NANOS_OF_SECOND);
            event.put(Fields.TIMESTAMP.name(), MICROS.format(instant));
        }
        if (!name.isEmpty() && !event.containsKey(Fields.EVENT.name()) && !event.containsKey(Fields.STAGE.name())) {
            event.put(Fields.EVENT.name(), name);
        }
        return event;
    }
}
