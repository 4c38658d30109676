package io.pixsim.logging.test.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;

/** An OTLP {@code ExportLogsServiceRequest}, and what is answered to one. */
public final class OtlpRequest {

    /** What requests and answers are sent as. */
    public static final String MEDIA_TYPE = "application/x-protobuf";

    private static final int RESOURCE_LOGS = 1;
    private static final int RESOURCE = 1;
    private static final int SCOPE_LOGS = 2;
    private static final int RESOURCE_ATTRIBUTE = 1;
    private static final int LOG_RECORD = 2;

    private static final Map<String, String> FIELDS_BY_ATTRIBUTE = Map.of(
            "service.name", Fields.SERVICE.name(),
            "deployment.environment.name", Fields.ENV.name(),
            "deployment.environment", Fields.ENV.name());

    private OtlpRequest() {}

    /**
     * The events of a request, in its order, with the types that they have in JSON. Of the resource, {@code service} and
     * {@code env} are taken.
     *
     * @param body the request's body, unpacked
     * @return the events
     * @throws IOException when it is no such request
     */
    public static List<Map<String, @Nullable Object>> events(byte[] body) throws IOException {
        List<Map<String, @Nullable Object>> events = new ArrayList<>();
        ProtobufFields request = new ProtobufFields(body);
        for (int field = request.next(); field != 0; field = request.next()) {
            if (field == RESOURCE_LOGS) {
                addResourceLogs(request.bytes(), events);
            }
        }
        return events;
    }

    /** The resource may stand behind its logs, so it is looked for first. */
    private static void addResourceLogs(byte[] message, List<Map<String, @Nullable Object>> to) throws IOException {
        Map<String, @Nullable Object> resource = new LinkedHashMap<>();
        ProtobufFields first = new ProtobufFields(message);
        for (int field = first.next(); field != 0; field = first.next()) {
            if (field == RESOURCE) {
                resource.putAll(resource(first.message()));
            }
        }
        ProtobufFields logs = new ProtobufFields(message);
        for (int field = logs.next(); field != 0; field = logs.next()) {
            if (field == SCOPE_LOGS) {
                addScopeLogs(logs.message(), resource, to);
            }
        }
    }

    private static Map<String, @Nullable Object> resource(ProtobufFields resource) throws IOException {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        for (int field = resource.next(); field != 0; field = resource.next()) {
            if (field == RESOURCE_ATTRIBUTE) {
                OtlpValue.addPair(resource.message(), attributes);
            }
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        FIELDS_BY_ATTRIBUTE.forEach((attribute, field) -> {
            if (attributes.containsKey(attribute)) {
                fields.put(field, attributes.get(attribute));
            }
        });
        return fields;
    }

    private static void addScopeLogs(
            ProtobufFields logs, Map<String, @Nullable Object> resource, List<Map<String, @Nullable Object>> to)
            throws IOException {
        for (int field = logs.next(); field != 0; field = logs.next()) {
            if (field == LOG_RECORD) {
                to.add(OtlpRecord.read(logs.message(), resource));
            }
        }
    }
}
