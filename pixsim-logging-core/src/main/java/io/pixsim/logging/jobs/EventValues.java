package io.pixsim.logging.jobs;

import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.pixsim.logging.catalog.EventMarkers;
import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.JobCentricNames;
import io.pixsim.logging.encode.Wrapped;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * Reads of an event what decides where it goes, from its own fields first, then from its context, as encoders do: under the
 * catalog's name, or under that of projects whose logs are read job by job. A supplier is not asked, and tells nothing. Its own
 * fields are gone through once.
 */
final class EventValues {

    private static final String PROJECT = "project_id";
    private static final Map<String, Kind> KINDS = Map.of(
            Fields.JOB_ID.name(),
            Kind.JOB,
            JobCentricNames.JOB_ID,
            Kind.JOB,
            PROJECT,
            Kind.PROJECT,
            JobCentricNames.PROJECT_ID,
            Kind.PROJECT,
            Fields.STAGE.name(),
            Kind.STAGE,
            Fields.REPLAYED.name(),
            Kind.REPLAYED);

    private final ILoggingEvent event;
    private @Nullable Object job;
    private @Nullable Object project;
    private @Nullable Object stage;
    private boolean replayed;

    private EventValues(ILoggingEvent event) {
        this.event = event;
    }

    private enum Kind {
        JOB,
        PROJECT,
        STAGE,
        REPLAYED
    }

    static EventValues of(ILoggingEvent event) {
        EventValues values = new EventValues(event);
        Object[] arguments = event.getArgumentArray();
        for (int i = 0; arguments != null && i < arguments.length; i++) {
            if (arguments[i] instanceof FieldValue pair) {
                values.take(pair.field().name(), pair.value());
            }
        }
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        for (int i = 0; pairs != null && i < pairs.size(); i++) {
            values.take(pairs.get(i).key, pairs.get(i).value);
        }
        return values;
    }

    /** The first that tells something counts. */
    private void take(@Nullable String key, @Nullable Object told) {
        Kind kind = key == null ? null : KINDS.get(key);
        Object value = kind == null ? null : Wrapped.told(told);
        if (kind == null || value == null) {
            return;
        }
        switch (kind) {
            case JOB -> job = job == null ? value : job;
            case PROJECT -> project = project == null ? value : project;
            case STAGE -> stage = stage == null ? value : stage;
            case REPLAYED -> replayed = true;
        }
    }

    /** Null where there is none. */
    @Nullable
    String jobId() {
        return text(job, Fields.JOB_ID.name(), JobCentricNames.JOB_ID);
    }

    /** Null where there is none. */
    @Nullable
    String projectId() {
        return text(project, PROJECT, JobCentricNames.PROJECT_ID);
    }

    /** The stage that the event itself tells; what is bound is not asked. */
    @Nullable
    String stage() {
        String told = EventMarkers.of(event.getMarkerList()).stage();
        return told != null || !(stage instanceof String own) ? told : own;
    }

    boolean isReplayed() {
        return replayed;
    }

    private @Nullable String text(@Nullable Object own, String name, String otherName) {
        String text = own != null ? asText(own) : bound(name, otherName);
        return text == null || isBlank(text) ? null : text;
    }

    /** Hardly an id begins with a blank: the others need no second look. */
    private static boolean isBlank(String text) {
        return text.isEmpty() || ((text.charAt(0) <= ' ' || text.charAt(0) > '~') && text.isBlank());
    }

    private @Nullable String bound(String name, String otherName) {
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
