package io.pixsim.logging.encode;

import java.util.List;

import io.pixsim.logging.catalog.EventMarkers;
import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.redact.Redactor;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** Reads an event into its fields: configured ones, context, markers, arguments, key-values, failure. */
final class EventReader {

    private final String service;
    private final String env;
    private final MessageText messages;

    EventReader(Origin origin, Redactor redactor, Limits limits) {
        this.service = origin.service();
        this.env = origin.env();
        this.messages = new MessageText(redactor, limits);
    }

    EventFields read(LogEvent event) {
        EventFields fields = new EventFields();
        fields.bind(Fields.SERVICE.name(), service);
        fields.bind(Fields.ENV.name(), env);
        event.context().forEach(fields::bind);

        EventMarkers markers = EventMarkers.of(event.markers());
        if (markers.stage() != null) {
            fields.add(Fields.STAGE.name(), markers.stage());
        }
        addArguments(fields, event.arguments());
        addKeyValues(fields, event.keyValues());
        if (markers.others() != null) {
            fields.add("marker", markers.others());
        }

        Failure failure = event.failure();
        if (failure != null) {
            addFailure(fields, failure);
        }
        keepNonEmpty(fields);

        fields.set(Fields.TIMESTAMP, Timestamps.utcMicros(event.instant()));
        fields.set(Fields.LEVEL, Severity.of(event.level(), markers.critical()).wireName());
        fields.set(Fields.MSG, messages.format(event.message(), event.arguments()));
        fields.set(Fields.LOGGER, event.loggerName());
        fields.set(Fields.THREAD, event.threadName());
        return fields;
    }

    private static void addArguments(EventFields fields, @Nullable Object @Nullable [] arguments) {
        if (arguments == null) {
            return;
        }
        for (Object argument : arguments) {
            if (argument instanceof FieldValue pair) {
                fields.add(pair.field().name(), pair.value());
            }
        }
    }

    private static void addKeyValues(EventFields fields, @Nullable List<KeyValuePair> keyValues) {
        if (keyValues == null) {
            return;
        }
        for (KeyValuePair pair : keyValues) {
            fields.add(pair.key, pair.value);
        }
    }

    /** The root cause tells what went wrong; what the program said itself of {@code error} stands. */
    private static void addFailure(EventFields fields, Failure failure) {
        Failure root = StackText.root(failure);
        String type = simpleName(root.type());
        if (fields.get(Fields.ERROR) == null) {
            fields.set(Fields.ERROR, root.message() == null ? type : root.message());
        }
        if (fields.get(Fields.ERROR_TYPE) == null) {
            fields.set(Fields.ERROR_TYPE, type);
        }
        fields.set(Fields.EXCEPTION, StackText.of(failure));
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** The receiver's table refuses a row without a service. */
    private void keepNonEmpty(EventFields fields) {
        if (SafeText.of(fields.get(Fields.SERVICE)).isBlank() || fields.get(Fields.SERVICE) == null) {
            fields.set(Fields.SERVICE, service);
        }
        if (fields.get(Fields.ENV) == null) {
            fields.set(Fields.ENV, env);
        }
    }
}
