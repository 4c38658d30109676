package io.pixsim.logging.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** One event of a media pipeline, in no library's terms: eight context entries and four fields of its own; and the
 * artifact that the context is bound to where it changes. */
record Event(
        boolean error,
        String message,
        Map<String, String> context,
        String stage,
        String providerJobId,
        String artifactId,
        Integer attempt,
        Long durationMs,
        @Nullable Throwable failure) {

    static final String LOGGER = "io.pixsim.worker.pipeline.JobProcessor";
    static final String THREAD = "worker-3";
    static final String STAGE = "stage";
    static final String PROVIDER_JOB_ID = "provider_job_id";
    static final String ARTIFACT_ID = "artifact_id";
    static final String ATTEMPT = "attempt";
    static final String DURATION_MS = "duration_ms";

    /** What the event says itself, in the order in which it was said. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(STAGE, stage);
        fields.put(PROVIDER_JOB_ID, providerJobId);
        fields.put(ATTEMPT, attempt);
        fields.put(DURATION_MS, durationMs);
        return fields;
    }
}
