package io.pixsim.logging.collector.ingest.otlp;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import io.pixsim.logging.collector.ingest.body.BodyException;
import io.pixsim.logging.collector.ingest.body.IngestLimits;
import io.pixsim.logging.collector.ingest.body.RowSink;
import io.pixsim.logging.collector.ingest.body.Texts;
import org.jspecify.annotations.Nullable;

/** Reads {@code ExportLogsServiceRequest} in Protocol Buffers. Used for one request. */
public final class ProtobufLogs {

    private static final int RESOURCE_LOGS = 1;
    private static final int RESOURCE = 1;
    private static final int SCOPE_LOGS = 2;
    private static final int RESOURCE_ATTRIBUTE = 1;
    private static final int SCOPE = 1;
    private static final int LOG_RECORD = 2;
    private static final int SCOPE_NAME = 1;
    private static final int SCOPE_VERSION = 2;
    private static final int SCOPE_ATTRIBUTE = 3;

    private static final int TIME = 1;
    private static final int SEVERITY_NUMBER = 2;
    private static final int SEVERITY_TEXT = 3;
    private static final int BODY = 5;
    private static final int ATTRIBUTE = 6;
    private static final int TRACE_ID = 9;
    private static final int SPAN_ID = 10;
    private static final int OBSERVED_TIME = 11;
    private static final int EVENT_NAME = 12;

    private final Records records;
    private final ProtobufValues values;
    private final String tooDeep;

    private ProtobufLogs(IngestLimits limits, RowSink rows) {
        this.records = new Records(limits, rows);
        this.values = new ProtobufValues(limits.maxDepth());
        this.tooDeep = "nested deeper than " + limits.maxDepth();
    }

    /** Reads a body. */
    public static void read(byte[] body, IngestLimits limits, RowSink rows) throws BodyException {
        ProtobufLogs logs = new ProtobufLogs(limits, rows);
        ProtobufReader request = new ProtobufReader(body);
        for (int field = request.next(); field != 0; field = request.next()) {
            if (field == RESOURCE_LOGS) {
                logs.resourceLogs(request.message());
            }
        }
    }

    private void resourceLogs(ProtobufReader reader) throws BodyException {
        Attributes resource = resource(reader.again());
        for (int field = reader.next(); field != 0; field = reader.next()) {
            if (field == SCOPE_LOGS) {
                scopeLogs(reader.message(), resource);
            }
        }
    }

    /** It may stand behind its records. */
    private Attributes resource(ProtobufReader reader) throws BodyException {
        Attributes resource = Attributes.NONE;
        for (int field = reader.next(); field != 0; field = reader.next()) {
            if (field == RESOURCE) {
                resource = attributes(reader.message(), reader.length());
            }
        }
        return resource;
    }

    private Attributes attributes(ProtobufReader reader, long bytes) throws BodyException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int field = reader.next(); field != 0; field = reader.next()) {
            if (field == RESOURCE_ATTRIBUTE) {
                values.pair(reader.message(), members);
            }
        }
        return new Attributes(members, bytes, values.wasTooDeep() ? tooDeep : null);
    }

    private void scopeLogs(ProtobufReader reader, Attributes resource) throws BodyException {
        Scope scope = scopeOf(reader.again());
        for (int field = reader.next(); field != 0; field = reader.next()) {
            if (field == LOG_RECORD) {
                records.begin();
                records.add(record(reader.message(), reader.length()), scope, resource);
            }
        }
    }

    private Scope scopeOf(ProtobufReader reader) throws BodyException {
        Scope scope = Scope.NONE;
        for (int field = reader.next(); field != 0; field = reader.next()) {
            if (field == SCOPE) {
                scope = scope(reader.message(), reader.length());
            }
        }
        return scope;
    }

    private Scope scope(ProtobufReader reader, long bytes) throws BodyException {
        String name = "";
        String version = "";
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int field = reader.next(); field != 0; field = reader.next()) {
            switch (field) {
                case SCOPE_NAME -> name = Texts.clean(reader.text());
                case SCOPE_VERSION -> version = Texts.clean(reader.text());
                case SCOPE_ATTRIBUTE -> values.pair(reader.message(), members);
                default -> {}
            }
        }
        return new Scope(name, version, new Attributes(members, bytes, values.wasTooDeep() ? tooDeep : null));
    }

    private LogRecord record(ProtobufReader reader, long bytes) throws BodyException {
        LogRecord record = new LogRecord();
        record.bytes = bytes;
        for (int field = reader.next(); field != 0; field = reader.next()) {
            switch (field) {
                case TIME -> record.time = reader.number();
                case OBSERVED_TIME -> record.observedTime = reader.number();
                case SEVERITY_NUMBER -> record.severityNumber = reader.number();
                case SEVERITY_TEXT -> record.severityText = Texts.clean(reader.text());
                case BODY -> record.body = values.value(reader.message());
                case ATTRIBUTE -> values.pair(reader.message(), record.attributes);
                case TRACE_ID -> record.traceId = HexFormat.of().formatHex(reader.content());
                case SPAN_ID -> record.spanId = HexFormat.of().formatHex(reader.content());
                case EVENT_NAME -> record.eventName = Texts.clean(reader.text());
                default -> {}
            }
        }
        if (values.wasTooDeep()) {
            record.fault = tooDeep;
        }
        return record;
    }
}
