package io.pixsim.logging.collector.ingest.body;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Wire;
import org.jspecify.annotations.Nullable;

/**
 * What OpenTelemetry and the Elastic Common Schema call the fields that have a name of the house. A value moves to that name
 * where nothing stands there yet, and stays where it is otherwise.
 */
public final class ForeignNames {

    private static final Map<String, String> OURS = table();
    /** What comes as objects in one another, and is named here by the whole way. */
    private static final List<String> NESTED = List.of(
            "service", "log", "error", "exception", "trace", "span", "process", "deployment", "thread", "event");

    private ForeignNames() {}

    private static Map<String, String> table() {
        Map<String, String> table = new LinkedHashMap<>();
        table.put("@timestamp", Fields.TIMESTAMP.name());
        table.put("log.level", Fields.LEVEL.name());
        table.put("service.name", Fields.SERVICE.name());
        table.put("deployment.environment.name", Fields.ENV.name());
        table.put("deployment.environment", Fields.ENV.name());
        table.put("service.environment", Fields.ENV.name());
        table.put("trace.id", Fields.TRACE_ID.name());
        table.put("span.id", Fields.SPAN_ID.name());
        table.put("log.logger", Fields.LOGGER.name());
        table.put("thread.name", Fields.THREAD.name());
        table.put("process.thread.name", Fields.THREAD.name());
        table.put("exception.message", Fields.ERROR.name());
        table.put("error.message", Fields.ERROR.name());
        table.put("exception.type", Fields.ERROR_TYPE.name());
        table.put("error.type", Fields.ERROR_TYPE.name());
        table.put("exception.stacktrace", Fields.EXCEPTION.name());
        table.put("error.stack_trace", Fields.EXCEPTION.name());
        table.put("log.record.uid", Wire.EVENT_UID);
        return table;
    }

    /** Gives an event the names of the house. */
    public static void translate(Map<String, @Nullable Object> event) {
        OURS.forEach((foreign, ours) -> {
            if (!event.containsKey(foreign)) {
                return;
            }
            Object value = event.get(foreign);
            if (event.get(ours) == null) {
                event.put(ours, value);
                event.remove(foreign);
            } else if (Objects.equals(event.get(ours), value)) {
                event.remove(foreign);
            }
        });
    }

    /**
     * Gives a document of a foreign forwarder the names of the house, also where it has objects in one another. One of our own
     * has the names already; it only has its time twice.
     */
    public static void translateDocument(Map<String, @Nullable Object> document) {
        if (isOurs(document)) {
            if (Objects.equals(document.get("@timestamp"), document.get(Fields.TIMESTAMP.name()))) {
                document.remove("@timestamp");
            }
            return;
        }
        for (String name : NESTED) {
            if (document.get(name) instanceof Map<?, ?> members) {
                document.remove(name);
                flatten(name, members, document);
            }
        }
        translate(document);
    }

    private static boolean isOurs(Map<String, @Nullable Object> document) {
        return document.get(Fields.TIMESTAMP.name()) instanceof String
                && document.get(Fields.LEVEL.name()) instanceof String
                && document.get(Fields.SERVICE.name()) instanceof String;
    }

    private static void flatten(String path, Map<?, ?> members, Map<String, @Nullable Object> into) {
        members.forEach((key, value) -> {
            String name = path + "." + key;
            if (value instanceof Map<?, ?> more && !more.isEmpty()) {
                flatten(name, more, into);
            } else {
                into.putIfAbsent(name, value);
            }
        });
    }
}
