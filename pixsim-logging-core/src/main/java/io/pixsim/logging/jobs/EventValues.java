package io.pixsim.logging.jobs;

import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.pixsim.logging.catalog.EventMarkers;
import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * Reads of an event what decides where it goes, from its own fields first, then from its context, as encoders do: under the
 * catalog's name, or under that of projects whose logs are read job by job.
 */
final class EventValues {

    private EventValues() {}

    /** Null where there is none. */
    static @Nullable String jobId(ILoggingEvent event) {
        return text(event, Fields.JOB_ID.name(), "jobId");
    }

    /** Null where there is none. */
    static @Nullable String projectId(ILoggingEvent event) {
        return text(event, "project_id", "projectId");
    }

    /** The stage that the event itself tells; what is bound is not asked. */
    static @Nullable String stage(ILoggingEvent event) {
        String told = EventMarkers.of(event.getMarkerList()).stage();
        return told != null || !(own(event, Fields.STAGE.name(), Fields.STAGE.name()) instanceof String own)
                ? told
                : own;
    }

    static boolean isReplayed(ILoggingEvent event) {
        return own(event, Fields.REPLAYED.name(), Fields.REPLAYED.name()) != null;
    }

    private static @Nullable String text(ILoggingEvent event, String name, String otherName) {
        Object own = own(event, name, otherName);
        String text = own != null ? asText(own) : bound(event, name, otherName);
        return text == null || text.isBlank() ? null : text;
    }

    private static @Nullable Object own(ILoggingEvent event, String name, String otherName) {
        Object[] arguments = event.getArgumentArray();
        for (int i = 0; arguments != null && i < arguments.length; i++) {
            if (arguments[i] instanceof FieldValue pair && isEither(pair.field().name(), name, otherName)) {
                return pair.value();
            }
        }
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        for (int i = 0; pairs != null && i < pairs.size(); i++) {
            if (isEither(pairs.get(i).key, name, otherName)) {
                Object value = pairs.get(i).value;
                return value instanceof FieldValue inner ? inner.value() : value;
            }
        }
        return null;
    }

    private static boolean isEither(@Nullable String key, String name, String otherName) {
        return name.equals(key) || otherName.equals(key);
    }

    private static @Nullable String bound(ILoggingEvent event, String name, String otherName) {
        try {
            Map<String, String> context = event.getMDCPropertyMap();
            String text = context.get(name);
            return text != null ? text : context.get(otherName);
        } catch (NullPointerException e) { // a logger context that was made by hand has no MDC
            return null;
        }
    }

    private static @Nullable String asText(Object value) {
        if (value instanceof String text) {
            return text;
        }
        try {
            return value.toString();
        } catch (Throwable e) { // the value's own code: the encoder names it
            return null;
        }
    }
}
