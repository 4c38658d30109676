package io.pixsim.logging.jobs;

import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.pixsim.logging.catalog.EventMarkers;
import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** Reads of an event what decides where it goes: from its own fields first, then from its context, as encoders do. */
final class EventValues {

    private EventValues() {}

    /** A field's text; null where there is none. */
    static @Nullable String text(ILoggingEvent event, String name) {
        Object own = own(event, name);
        if (own != null) {
            return asText(own);
        }
        Map<String, String> context = context(event);
        return context == null ? null : context.get(name);
    }

    /** The job, under the catalog's name or that of projects whose logs are read job by job; null where there is none. */
    static @Nullable String jobId(ILoggingEvent event) {
        return either(event, Fields.JOB_ID.name(), "jobId");
    }

    /** What stands under a name, or else under another; null where nothing does. */
    static @Nullable String either(ILoggingEvent event, String name, String otherName) {
        String text = text(event, name);
        String value = text != null ? text : text(event, otherName);
        return value == null || value.isBlank() ? null : value;
    }

    static @Nullable String stage(ILoggingEvent event) {
        String stage = EventMarkers.of(event.getMarkerList()).stage();
        return stage != null ? stage : text(event, Fields.STAGE.name());
    }

    private static @Nullable Object own(ILoggingEvent event, String name) {
        Object[] arguments = event.getArgumentArray();
        for (int i = 0; arguments != null && i < arguments.length; i++) {
            if (arguments[i] instanceof FieldValue pair && pair.field().name().equals(name)) {
                return pair.value();
            }
        }
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        for (int i = 0; pairs != null && i < pairs.size(); i++) {
            if (name.equals(pairs.get(i).key)) {
                Object value = pairs.get(i).value;
                return value instanceof FieldValue inner ? inner.value() : value;
            }
        }
        return null;
    }

    private static @Nullable Map<String, String> context(ILoggingEvent event) {
        try {
            return event.getMDCPropertyMap();
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
