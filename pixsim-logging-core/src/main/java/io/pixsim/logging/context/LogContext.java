package io.pixsim.logging.context;

import static io.pixsim.logging.catalog.Fields.ARTIFACT_ID;
import static io.pixsim.logging.catalog.Fields.JOB_ID;
import static io.pixsim.logging.catalog.Fields.OPERATION_TYPE;
import static io.pixsim.logging.catalog.Fields.PROVIDER_ID;
import static io.pixsim.logging.catalog.Fields.REQUEST_ID;
import static io.pixsim.logging.catalog.Fields.SUBMISSION_ID;

import java.util.HashMap;
import java.util.Map;

import io.pixsim.logging.catalog.FieldValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Binds fields to the current thread until the scope is closed; every event logged meanwhile carries them.
 *
 * <pre>{@code
 * try (var job = LogContext.job(123, "text_to_video", "pixverse")) {
 *     log.info(PIPELINE_START, "processing_started");
 * }
 * }</pre>
 *
 * The fields are entries of SLF4J's MDC: what plain {@code MDC.put} binds counts the same, and is seen the same. Scopes
 * nest: closing one puts back what it shadowed and touches nothing else.
 *
 * <p>Source: {@code bind_job_context}, {@code bind_artifact_context} and {@code LogContext} of the PixSim logging
 * structure.
 */
public final class LogContext {

    private LogContext() {}

    /**
     * Binds a job.
     *
     * @param jobId the job's number
     * @return the scope to close
     */
    public static Scope job(long jobId) {
        return with(JOB_ID.of(jobId));
    }

    /**
     * Binds a job.
     *
     * @param jobId the job's id, such as {@code job-abc123}
     * @return the scope to close
     */
    public static Scope job(String jobId) {
        return with(JOB_ID.of(jobId));
    }

    /**
     * Binds a job and what it is about.
     *
     * @param jobId the job's number
     * @param operationType {@code text_to_video}, {@code image_to_video}, …
     * @param providerId {@code pixverse}, {@code sora}, …
     * @return the scope to close
     */
    public static Scope job(long jobId, @Nullable String operationType, @Nullable String providerId) {
        return with(JOB_ID.of(jobId), OPERATION_TYPE.of(operationType), PROVIDER_ID.of(providerId));
    }

    /**
     * Binds a job and what it is about.
     *
     * @param jobId the job's id, such as {@code job-abc123}
     * @param operationType {@code text_to_video}, {@code image_to_video}, …
     * @param providerId {@code pixverse}, {@code sora}, …
     * @return the scope to close
     */
    public static Scope job(String jobId, @Nullable String operationType, @Nullable String providerId) {
        return with(JOB_ID.of(jobId), OPERATION_TYPE.of(operationType), PROVIDER_ID.of(providerId));
    }

    /**
     * Binds an artifact and the submission that it belongs to.
     *
     * @param artifactId the artifact's number
     * @param submissionId the submission's number
     * @return the scope to close
     */
    public static Scope artifact(long artifactId, long submissionId) {
        return with(ARTIFACT_ID.of(artifactId), SUBMISSION_ID.of(submissionId));
    }

    /**
     * Binds an artifact.
     *
     * @param artifactId the artifact's number
     * @return the scope to close
     */
    public static Scope artifact(long artifactId) {
        return with(ARTIFACT_ID.of(artifactId));
    }

    /**
     * Binds an HTTP request.
     *
     * @param requestId the request's id
     * @return the scope to close
     */
    public static Scope request(String requestId) {
        return with(REQUEST_ID.of(requestId));
    }

    /**
     * Binds any fields. A null value hides what an outer scope bound under the same name.
     *
     * @param fields what to bind; where a name occurs twice, the last counts
     * @return the scope to close
     */
    public static Scope with(FieldValue... fields) {
        Map<String, @Nullable String> shadowed = new HashMap<>();
        for (FieldValue field : fields) {
            String key = field.field().name();
            if (!shadowed.containsKey(key)) {
                shadowed.put(key, MDC.get(key));
            }
            bind(key, text(field.value()));
        }
        return new Scope(shadowed);
    }

    private static void bind(String key, @Nullable String text) {
        if (text == null) {
            MDC.remove(key);
            return;
        }
        MDC.put(key, text);
    }

    private static @Nullable String text(@Nullable Object value) {
        try {
            return value == null ? null : value.toString();
        } catch (RuntimeException | StackOverflowError e) {
            return "[toString threw " + e.getClass().getSimpleName() + "]";
        }
    }

    /**
     * Fields bound to the thread that opened it. {@link #close} puts back what they shadowed. Closing again does nothing;
     * nor does closing from another thread, whose context it must not touch.
     */
    public static final class Scope implements AutoCloseable {

        private final Map<String, @Nullable String> shadowed;
        private final Thread owner = Thread.currentThread();
        private boolean closed;

        private Scope(Map<String, @Nullable String> shadowed) {
            this.shadowed = shadowed;
        }

        @Override
        public void close() {
            if (closed || Thread.currentThread() != owner) {
                return;
            }
            closed = true;
            shadowed.forEach(LogContext::bind);
        }
    }
}
