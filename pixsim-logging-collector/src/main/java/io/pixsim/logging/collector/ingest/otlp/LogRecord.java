package io.pixsim.logging.collector.ingest.otlp;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.ingest.body.ForeignNames;
import io.pixsim.logging.collector.ingest.body.Row;
import org.jspecify.annotations.Nullable;

/** One log record while it is read, and the event that it makes. */
final class LogRecord {

    private static final int SEVERITIES_OF_A_LEVEL = 4;
    private static final Severity[] LEVELS = {
        Severity.DEBUG, Severity.DEBUG, Severity.INFO, Severity.WARNING, Severity.ERROR, Severity.CRITICAL
    };
    private static final long NANOS_OF_MICRO = 1_000;

    final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    long time;
    long observedTime;
    long severityNumber;
    String severityText = "";

    @Nullable
    Object body;

    String traceId = "";
    String spanId = "";
    String eventName = "";
    /** How many bytes it had. */
    long bytes;
    /** Why it can't be taken, or null. */
    @Nullable
    String fault;

    /** The event, with what its resource and its scope say where it says nothing itself. */
    Row row(Attributes resource, Scope scope) {
        if (fault != null) {
            return Row.rejected(fault);
        }
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        put(event, Fields.TIMESTAMP.name(), timestamp());
        level(event);
        if (body != null) {
            event.put(Fields.MSG.name(), body);
        }
        put(event, Fields.TRACE_ID.name(), traceId);
        put(event, Fields.SPAN_ID.name(), spanId);
        attributes.forEach((name, value) -> event.putIfAbsent(name, value));
        // The name of an event that is of our own is its stage, where it has no other.
        if (!eventName.isEmpty() && !eventName.equals(event.get(Fields.STAGE.name()))) {
            event.putIfAbsent(Fields.EVENT.name(), eventName);
        }
        scope.addTo(event);
        resource.values().forEach((name, value) -> event.putIfAbsent(name, value));
        ForeignNames.translate(event);
        return Row.event(event);
    }

    private static void put(Map<String, @Nullable Object> event, String name, String text) {
        if (!text.isEmpty()) {
            event.put(name, text);
        }
    }

    /** Unsigned nanoseconds; in the year 2262 they are no longer a time that an entry can have. */
    private String timestamp() {
        long nanos = time != 0 ? time : observedTime;
        if (nanos == 0) {
            return "";
        }
        return nanos < 0 ? Long.toUnsignedString(nanos) : EntryTime.format(nanos / NANOS_OF_MICRO);
    }

    /** The number says how bad it is; the text is kept where it says more than the level does. */
    private void level(Map<String, @Nullable Object> event) {
        boolean known = severityNumber >= 1 && severityNumber <= (long) SEVERITIES_OF_A_LEVEL * LEVELS.length;
        if (!known) {
            put(event, Fields.LEVEL.name(), severityText);
            return;
        }
        Severity level = LEVELS[(int) (severityNumber - 1) / SEVERITIES_OF_A_LEVEL];
        event.put(Fields.LEVEL.name(), level.wireName());
        boolean saysMore = Severity.parse(severityText).filter(level::equals).isEmpty()
                || severityText.strip().toLowerCase(Locale.ROOT).equals("trace");
        if (!severityText.isEmpty() && saysMore) {
            event.put("severity_text", severityText);
        }
    }
}
