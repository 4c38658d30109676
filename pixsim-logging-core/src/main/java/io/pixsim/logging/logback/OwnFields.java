package io.pixsim.logging.logback;

import java.util.Arrays;
import java.util.List;

import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.JobCentricNames;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** The fields of a call itself that the gate asks for with each event, found by looking at each field once. */
final class OwnFields {

    /** What projects call a job's id whose logs are read job by job; encoders and files of jobs take it for the same. */
    static final String OTHER_JOB_ID = JobCentricNames.JOB_ID;

    static final int STAGE = 0;
    static final int JOB_ID = 1;
    static final int ATTEMPT = 2;
    static final int ARTIFACT_ID = 3;
    static final int GENERATION_ID = 4;
    static final int EVENT = 5;
    static final int PATH = 6;
    static final int METHOD = 7;

    private static final int NONE = -1;

    private final @Nullable Object[] values = new Object[METHOD + 1];
    private boolean any;

    void read(@Nullable Object @Nullable [] arguments, @Nullable List<KeyValuePair> keyValues) {
        for (int i = 0; arguments != null && i < arguments.length; i++) {
            if (arguments[i] instanceof FieldValue pair) {
                see(pair.field().name(), pair.value());
            }
        }
        for (int i = 0; keyValues != null && i < keyValues.size(); i++) { // an iterator would be garbage
            KeyValuePair pair = keyValues.get(i);
            if (pair.key != null) {
                see(pair.key, pair.value instanceof FieldValue inner ? inner.value() : pair.value);
            }
        }
    }

    /** The first of a name holds. */
    private void see(String name, @Nullable Object value) {
        int place = place(name);
        if (place != NONE && values[place] == null) {
            values[place] = value;
            any = true;
        }
    }

    /** By the names of the catalog, which are no constants of the compiler's. */
    private static int place(String name) {
        return switch (name) {
            case "stage" -> STAGE;
            case "job_id", OTHER_JOB_ID -> JOB_ID;
            case "attempt" -> ATTEMPT;
            case "artifact_id" -> ARTIFACT_ID;
            case "generation_id" -> GENERATION_ID;
            case "event" -> EVENT;
            case Requests.PATH -> PATH;
            case Requests.METHOD -> METHOD;
            default -> NONE;
        };
    }

    void clear() {
        if (any) {
            Arrays.fill(values, null);
            any = false;
        }
    }

    @Nullable
    Object value(int place) {
        return values[place];
    }

    @Nullable
    String text(int place) {
        return SafeValue.text(values[place]);
    }
}
