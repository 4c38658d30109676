package io.pixsim.logging.logback;

import java.util.List;

import io.pixsim.logging.catalog.FieldValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** The fields of a call itself that the gate asks for with each event, found by looking at each field once. */
final class OwnFields {

    /** What projects call a job's id whose logs are read job by job; encoders and files of jobs take it for the same. */
    static final String OTHER_JOB_ID = "jobId";

    private @Nullable Object stage;
    private @Nullable Object jobId;
    private @Nullable Object attempt;
    private @Nullable Object artifactId;
    private @Nullable Object generationId;
    private @Nullable Object path;
    private @Nullable Object method;
    private @Nullable Object event;
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
    @SuppressWarnings("StatementSwitchToExpressionSwitch")
    private void see(String name, @Nullable Object value) {
        switch (name) { // the names of the catalog, which are no constants of the compiler's
            case "stage" -> stage = stage == null ? value : stage;
            case "job_id", OTHER_JOB_ID -> jobId = jobId == null ? value : jobId;
            case "attempt" -> attempt = attempt == null ? value : attempt;
            case "artifact_id" -> artifactId = artifactId == null ? value : artifactId;
            case "generation_id" -> generationId = generationId == null ? value : generationId;
            case "event" -> event = event == null ? value : event;
            case Requests.PATH -> path = path == null ? value : path;
            case Requests.METHOD -> method = method == null ? value : method;
            default -> {
                return;
            }
        }
        any = true;
    }

    void clear() {
        if (!any) {
            return;
        }
        stage = null;
        jobId = null;
        attempt = null;
        artifactId = null;
        generationId = null;
        path = null;
        method = null;
        event = null;
        any = false;
    }

    @Nullable
    String stage() {
        return SafeValue.text(stage);
    }

    @Nullable
    String jobId() {
        return SafeValue.text(jobId);
    }

    @Nullable
    Object attempt() {
        return attempt;
    }

    @Nullable
    String artifactId() {
        return SafeValue.text(artifactId);
    }

    @Nullable
    String generationId() {
        return SafeValue.text(generationId);
    }

    @Nullable
    String path() {
        return SafeValue.text(path);
    }

    @Nullable
    String method() {
        return SafeValue.text(method);
    }

    @Nullable
    String event() {
        return SafeValue.text(event);
    }
}
