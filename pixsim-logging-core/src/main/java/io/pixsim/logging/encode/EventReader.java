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

    /** The key-values of an event, to be asked for once: they must be the same when it is read and when it is written. */
    static List<KeyValuePair> keyValues(LogEvent event) {
        List<KeyValuePair> keyValues = event.keyValues();
        return keyValues == null ? List.of() : keyValues;
    }

    /** Reads an event; gives how bad it is. */
    static Severity read(LogEvent event, List<KeyValuePair> keyValues, EventFields fields) {
        EventMarkers markers = EventMarkers.of(event.markers());
        if (markers.stage() != null) {
            fields.add(Fields.STAGE.name(), markers.stage());
        }
        addArguments(fields, event.arguments());
        fields.add(keyValues);
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
