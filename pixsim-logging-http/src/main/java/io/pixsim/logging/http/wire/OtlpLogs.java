package io.pixsim.logging.http.wire;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import io.pixsim.logging.encode.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry's {@code ExportLogsServiceRequest} as Protocol Buffers, for OTLP over HTTP. Events in a row of one service
 * and environment share a resource.
 *
 * <p>An answer may say that it rejected some, and not which: then the last ones are taken to be those, so that the numbers
 * are right, and the reason says so. What OTLP has rejected must not be sent again.
 */
public final class OtlpLogs implements WireFormat {

    static final String SCOPE = "io.pixsim.logging";

    private static final String MEDIA_TYPE = "application/x-protobuf";
    private static final int RESOURCE_LOGS = 1;
    private static final int RESOURCE = 1;
    private static final int RESOURCE_ATTRIBUTE = 1;
    private static final int SCOPE_LOGS = 2;
    private static final int SCOPE_LOGS_SCOPE = 1;
    private static final int SCOPE_NAME = 1;
    private static final int SCOPE_VERSION = 2;
    private static final int LOG_RECORD = 2;
    private static final int PARTIAL_SUCCESS = 1;
    private static final int STATUS_MESSAGE = 2;

    private final OtlpRecord record;
    private final @Nullable String version = LibraryVersion.get();

    /** The format. */
    public OtlpLogs() {
        this(() -> System.currentTimeMillis() * 1_000_000);
    }

    OtlpLogs(LongSupplier epochNanos) {
        this.record = new OtlpRecord(epochNanos);
    }

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public boolean packsWell() {
        return true;
    }

    @Override
    public void write(List<byte[]> events, WireBuffer out) {
        ProtobufWriter writer = new ProtobufWriter(out);
        for (int next = 0; next < events.size(); ) {
            record.read(events.get(next));
            next = writeResource(events, next, writer);
        }
    }

    /** Writes the record that was read, and those after it that are of the same resource; gives the first that is not. */
    private int writeResource(List<byte[]> events, int from, ProtobufWriter out) {
        String service = record.service();
        String env = record.env();
        int resourceLogs = out.begin(RESOURCE_LOGS);
        writeAttributes(service, env, out);
        int scopeLogs = out.begin(SCOPE_LOGS);
        writeScope(out);
        int next = from;
        while (next < events.size() && record.isOf(service, env)) {
            out.bytes(LOG_RECORD, record.bytes().array(), record.bytes().size());
            next++;
            if (next < events.size()) {
                record.read(events.get(next));
            }
        }
        out.end(scopeLogs);
        out.end(resourceLogs);
        return next;
    }

    private static void writeAttributes(@Nullable String service, @Nullable String env, ProtobufWriter out) {
        int resource = out.begin(RESOURCE);
        OtlpValues values = new OtlpValues(out);
        if (service != null) {
            values.pair(RESOURCE_ATTRIBUTE, "service.name", service);
        }
        if (env != null) {
            values.pair(RESOURCE_ATTRIBUTE, "deployment.environment.name", env);
            // The older name of the same, which viewers still look for.
            values.pair(RESOURCE_ATTRIBUTE, "deployment.environment", env);
        }
        out.end(resource);
    }

    private void writeScope(ProtobufWriter out) {
        int scope = out.begin(SCOPE_LOGS_SCOPE);
        out.string(SCOPE_NAME, SCOPE);
        if (version != null) {
            out.string(SCOPE_VERSION, version);
        }
        out.end(scope);
    }

    @Override
    public Receipt receipt(List<byte[]> events, AnswerBody body) {
        if (body.isPage()) {
            return new Receipt.Foreign();
        }
        try {
            OtlpRejection rejection =
                    body.isJsonObject() ? OtlpRejection.ofJson(json(body)) : OtlpRejection.of(partialSuccess(body));
            return rejection.receipt(events.size());
        } catch (IOException e) {
            // The status has said yes already, and half a word takes nothing back.
            return new Receipt.Stored(events.size());
        }
    }

    private static Map<String, @Nullable Object> json(AnswerBody body) throws IOException {
        return JsonReader.readObject(body.bytes());
    }

    private static byte[] partialSuccess(AnswerBody body) throws IOException {
        ProtobufReader response = new ProtobufReader(body.bytes());
        for (int field = response.next(); field != 0; field = response.next()) {
            if (field == PARTIAL_SUCCESS) {
                return response.content();
            }
        }
        return new byte[0];
    }

    @Override
    public boolean isOwn(AnswerBody body) {
        return body.claims("protobuf") || body.isJsonObject();
    }

    @Override
    public String complaint(AnswerBody body) {
        if (!body.claims("protobuf")) {
            return Excerpt.of(body.text());
        }
        try {
            ProtobufReader status = new ProtobufReader(body.bytes());
            for (int field = status.next(); field != 0; field = status.next()) {
                if (field == STATUS_MESSAGE) {
                    return Excerpt.of(status.text());
                }
            }
            return "";
        } catch (IOException e) {
            return "";
        }
    }
}
