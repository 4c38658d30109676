package io.pixsim.logging.logback;

import java.util.List;

import io.pixsim.logging.catalog.EventMarkers;
import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.event.KeyValuePair;

/** What the gate needs to know of a call, found where an encoder would find it: on the call first, then in the MDC. */
record CallFacts(
        boolean critical, @Nullable String stage, @Nullable String jobId) {

    static CallFacts of(
            EventMarkers markers, @Nullable Object @Nullable [] arguments, @Nullable List<KeyValuePair> keyValues) {
        String stage = markers.stage() != null ? markers.stage() : find(Fields.STAGE, arguments, keyValues);
        return new CallFacts(markers.critical(), stage, find(Fields.JOB_ID, arguments, keyValues));
    }

    private static @Nullable String find(
            Field field, @Nullable Object @Nullable [] arguments, @Nullable List<KeyValuePair> keyValues) {
        if (arguments != null) {
            for (Object argument : arguments) {
                if (argument instanceof FieldValue pair && pair.field() == field) {
                    return pair.toString();
                }
            }
        }
        if (keyValues != null) {
            for (KeyValuePair pair : keyValues) {
                if (field.name().equals(pair.key)) {
                    return String.valueOf(pair.value);
                }
            }
        }
        return MDC.get(field.name());
    }
}
