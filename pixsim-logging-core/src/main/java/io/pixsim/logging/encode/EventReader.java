package io.pixsim.logging.encode;

import java.util.List;

import io.pixsim.logging.catalog.EventMarkers;
import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** Reads what an event brings itself into fields: markers, arguments, key-values, failure. */
final class EventReader {

    private static final int ERROR = Fields.position(Fields.ERROR.name());
    private static final int ERROR_TYPE = Fields.position(Fields.ERROR_TYPE.name());

    private EventReader() {}

    /** Reads an event; gives how bad it is. */
    static Severity read(LogEvent event, EventFields fields) {
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
        return Severity.of(event.level(), markers.critical());
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
        for (int i = 0; i < keyValues.size(); i++) { // an iterator would be garbage
            KeyValuePair pair = keyValues.get(i);
            fields.add(pair.key, pair.value);
        }
    }

    /** The root cause tells what went wrong; what the program said itself of {@code error} stands. */
    private static void addFailure(EventFields fields, Failure failure) {
        Failure root = StackText.root(failure);
        String type = simpleName(root.type());
        String message = root.message();
        fields.setIfAbsent(ERROR, message == null ? type : message);
        fields.setIfAbsent(ERROR_TYPE, type);
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
