package io.pixsim.logging.collector.ingest.otlp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.pixsim.logging.collector.ingest.body.BodyException;
import io.pixsim.logging.collector.ingest.body.BodyException.Kind;
import io.pixsim.logging.collector.ingest.body.EventParser;
import io.pixsim.logging.collector.ingest.body.IngestLimits;
import io.pixsim.logging.collector.ingest.body.JsonBodies;
import io.pixsim.logging.collector.ingest.body.Row;
import io.pixsim.logging.collector.ingest.body.RowSink;
import org.jspecify.annotations.Nullable;

/** Reads {@code ExportLogsServiceRequest} in the JSON of OTLP. Used for one request. */
public final class JsonLogs {

    /** How many levels the format itself adds to each level of a value, and above the first. */
    private static final int LEVELS_OF_A_VALUE = 4;

    private static final int LEVELS_ABOVE = 8;
    private static final int DIGITS_OF_A_NUMBER = 20;
    private static final List<String> SEVERITIES = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL");

    private final Records records;
    private final IngestLimits limits;
    private final IngestLimits deep;
    private final JsonParser parser;

    private JsonLogs(JsonParser parser, IngestLimits limits, RowSink rows) {
        this.parser = parser;
        this.limits = limits;
        int depth = limits.maxDepth() * LEVELS_OF_A_VALUE + LEVELS_ABOVE;
        this.deep = new IngestLimits(limits.maxBodyBytes(), limits.maxBatchEvents(), limits.maxEventBytes(), depth);
        this.records = new Records(limits, rows);
    }

    /** Reads a body. */
    public static void read(byte[] body, IngestLimits limits, RowSink rows) throws BodyException {
        try (JsonParser parser = JsonBodies.open(body)) {
            JsonLogs logs = new JsonLogs(parser, limits, rows);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BodyException(Kind.SHAPE, "the request is not a JSON object");
            }
            logs.request();
            JsonBodies.requireEnd(parser);
        } catch (IOException e) {
            throw JsonBodies.malformed(e);
        }
    }

    private void request() throws IOException, BodyException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = nameOfValue();
            if (isNotSet()) {
                continue;
            }
            if (name.equals("resourceLogs") || name.equals("resource_logs")) {
                each(this::resourceLogs);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void resourceLogs() throws IOException, BodyException {
        Attributes resource = Attributes.NONE;
        List<OfScope> scopes = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = nameOfValue();
            if (isNotSet()) {
                continue;
            }
            if (name.equals("resource")) {
                resource = attributes(event());
            } else if (name.equals("scopeLogs") || name.equals("scope_logs")) {
                each(() -> addUnlessEmpty(scopes));
            } else {
                parser.skipChildren();
            }
        }
        for (OfScope ofScope : scopes) {
            for (LogRecord record : ofScope.records()) {
                records.add(record, ofScope.scope(), resource);
            }
        }
    }

    /** A few bytes make a scope, and a request has room for millions of them. */
    private void addUnlessEmpty(List<OfScope> scopes) throws IOException, BodyException {
        OfScope ofScope = scopeLogs();
        if (!ofScope.records().isEmpty()) {
            scopes.add(ofScope);
        }
    }

    /** Records that wait for their resource, which may stand behind them. */
    private record OfScope(Scope scope, List<LogRecord> records) {}

    private OfScope scopeLogs() throws IOException, BodyException {
        Scope scope = Scope.NONE;
        List<LogRecord> found = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = nameOfValue();
            if (isNotSet()) {
                continue;
            }
            if (name.equals("scope")) {
                scope = scope(event());
            } else if (name.equals("logRecords") || name.equals("log_records")) {
                records(found);
            } else {
                parser.skipChildren();
            }
        }
        return new OfScope(scope, found);
    }

    private void records(List<LogRecord> found) throws IOException, BodyException {
        requireList();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            records.begin();
            found.add(record(event()));
        }
    }

    /** What can be done with an object at which the parser stands. */
    private interface Part {

        void read() throws IOException, BodyException;
    }

    private void each(Part part) throws IOException, BodyException {
        requireList();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new BodyException(Kind.SHAPE, "not an object where one should be");
            }
            part.read();
        }
    }

    private void requireList() throws BodyException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new BodyException(Kind.SHAPE, "not a list where one should be");
        }
    }

    private String nameOfValue() throws IOException {
        String name = parser.currentName();
        parser.nextToken();
        return name;
    }

    /** As the JSON of Protocol Buffers means a null. */
    private boolean isNotSet() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    private Row event() throws IOException {
        return new EventParser(parser, deep).read();
    }

    private Scope scope(Row row) {
        return new Scope(
                JsonValues.text(JsonValues.member(row.event(), "name")),
                JsonValues.text(JsonValues.member(row.event(), "version")),
                attributes(row));
    }

    private Attributes attributes(Row row) {
        Map<String, @Nullable Object> values = JsonValues.pairs(JsonValues.member(row.event(), "attributes"));
        return new Attributes(values, Plain.size(values), row.event() == null ? row.reason() : fault(values));
    }

    private @Nullable String fault(@Nullable Object value) {
        return Plain.isDeeperThan(value, limits.maxDepth() + 1) ? "nested deeper than " + limits.maxDepth() : null;
    }

    private LogRecord record(Row row) {
        LogRecord record = new LogRecord();
        Map<String, @Nullable Object> object = row.event();
        if (object == null) {
            record.fault = row.reason();
            return record;
        }
        record.time = number(any(object, "timeUnixNano", "time_unix_nano"));
        record.observedTime = number(any(object, "observedTimeUnixNano", "observed_time_unix_nano"));
        record.severityNumber = severity(any(object, "severityNumber", "severity_number"));
        record.severityText = JsonValues.text(any(object, "severityText", "severity_text"));
        record.body = JsonValues.value(object.get("body"));
        record.attributes.putAll(JsonValues.pairs(object.get("attributes")));
        record.traceId = hex(any(object, "traceId", "trace_id"));
        record.spanId = hex(any(object, "spanId", "span_id"));
        record.eventName = JsonValues.text(any(object, "eventName", "event_name"));
        record.bytes = Plain.size(record.body) + Plain.size(record.attributes);
        String deep = fault(record.body);
        record.fault = deep != null ? deep : fault(record.attributes);
        return record;
    }

    private static String hex(@Nullable Object value) {
        return JsonValues.text(value).toLowerCase(Locale.ROOT);
    }

    /** Unsigned, as text or as a number; what is neither is none. */
    private static long number(@Nullable Object value) {
        String text = JsonValues.text(value);
        try {
            return text.isEmpty() || text.length() > DIGITS_OF_A_NUMBER ? 0 : Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** A number, or the name of one, such as {@code SEVERITY_NUMBER_WARN2}. */
    private static long severity(@Nullable Object value) {
        String text = JsonValues.text(value);
        String name = text.replace("SEVERITY_NUMBER_", "");
        for (int i = 0; i < SEVERITIES.size(); i++) {
            if (name.startsWith(SEVERITIES.get(i))) {
                String step = name.substring(SEVERITIES.get(i).length());
                return 1 + 4L * i + (step.matches("[2-4]") ? Integer.parseInt(step) - 1 : 0);
            }
        }
        return number(value);
    }

    private static @Nullable Object any(@Nullable Object object, String name, String otherName) {
        Object value = JsonValues.member(object, name);
        return value != null ? value : JsonValues.member(object, otherName);
    }
}
