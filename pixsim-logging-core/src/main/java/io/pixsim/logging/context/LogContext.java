package io.pixsim.logging.context;

import static io.pixsim.logging.catalog.Fields.ARTIFACT_ID;
import static io.pixsim.logging.catalog.Fields.JOB_ID;
import static io.pixsim.logging.catalog.Fields.OPERATION_TYPE;
import static io.pixsim.logging.catalog.Fields.PROVIDER_ID;
import static io.pixsim.logging.catalog.Fields.REQUEST_ID;
import static io.pixsim.logging.catalog.Fields.SUBMISSION_ID;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

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
 * nest: closing one puts back what it shadowed and touches nothing else. An inner scope that is closed later than the one
 * around it, or never, does not bring back what that one had bound.
 *
 * <p>Another thread sees nothing of it, unless its task was wrapped, or the executor that runs it: {@link #wrap(Runnable)},
 * {@link #wrap(ExecutorService)}.
 *
 * <p>Source: {@code bind_job_context}, {@code bind_artifact_context} and {@code LogContext} of the logging structure.
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
     * @param fields what to bind, single values: of an optional what is in it, of a map, a list or a record only its type;
     *     where a name occurs twice, the last counts
     * @return the scope to close
     */
    public static Scope with(FieldValue... fields) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        for (FieldValue field : fields) { // all of them first: whatever a value does, no field is left bound alone
            if (field != null) {
                texts.put(field.field().name(), BoundText.of(field.value()));
            }
        }
        Scope scope = new Scope(texts.get(JOB_ID.name()));
        texts.forEach((key, text) -> {
            scope.shadowed.put(key, MDC.get(key));
            bind(key, text);
        });
        OpenScopes.add(scope);
        return scope;
    }

    /**
     * Makes a task run on any thread under the context that the current thread has now; see {@link ContextSnapshot}.
     *
     * @param task the task
     * @return the same, under this context
     */
    public static Runnable wrap(Runnable task) {
        return ContextSnapshot.capture().wrap(task);
    }

    /**
     * Makes a task run on any thread under the context that the current thread has now.
     *
     * @param <T> the result
     * @param task the task
     * @return the same, under this context
     */
    @SuppressWarnings({"overloads", "FunctionalInterfaceClash"}) // a lambda is a ContextTask, the closest of the three
    public static <T extends @Nullable Object> ContextTask<T> wrap(Callable<T> task) {
        return ContextSnapshot.capture().wrap(task);
    }

    /**
     * Makes a task run on any thread under the context that the current thread has now.
     *
     * @param <T> the result
     * @param task the task
     * @return the same, under this context
     */
    @SuppressWarnings({"overloads", "FunctionalInterfaceClash"})
    public static <T extends @Nullable Object> ContextTask<T> wrap(Supplier<T> task) {
        return ContextSnapshot.capture().wrap(task);
    }

    /**
     * Makes a task run on any thread under the context that the current thread has now. This is what a lambda with a
     * result comes to; what it returns is a {@link Callable} and a {@link Supplier}.
     *
     * @param <T> the result
     * @param task the task
     * @return the same, under this context
     */
    @SuppressWarnings({"overloads", "FunctionalInterfaceClash"})
    public static <T extends @Nullable Object> ContextTask<T> wrap(ContextTask<T> task) {
        return ContextSnapshot.capture().wrap(task);
    }

    /**
     * Makes an executor run each task under the context of who hands it over.
     *
     * @param executor the executor
     * @return the same executor, with context
     */
    public static Executor wrap(Executor executor) {
        Objects.requireNonNull(executor, "executor");
        return task -> executor.execute(wrap(task));
    }

    /**
     * Makes an executor run each task under the context of who hands it over. Shutting the one down shuts the other down.
     *
     * @param executor the executor, of platform or virtual threads
     * @return the same executor, with context
     */
    public static ExecutorService wrap(ExecutorService executor) {
        return new ContextExecutor(Objects.requireNonNull(executor, "executor"));
    }

    /**
     * Makes an executor run each task, every time it is due, under the context of who handed it over. Shutting the one down
     * shuts the other down.
     *
     * @param executor the executor
     * @return the same executor, with context
     */
    public static ScheduledExecutorService wrap(ScheduledExecutorService executor) {
        return new ScheduledContextExecutor(Objects.requireNonNull(executor, "executor"));
    }

    private static void bind(String key, @Nullable String text) {
        if (text == null) {
            MDC.remove(key);
            return;
        }
        MDC.put(key, text);
    }

    /**
     * Fields bound to the thread that opened it. {@link #close} puts back what they shadowed. Closing again does nothing;
     * nor does closing from another thread, whose context it must not touch.
     */
    public static final class Scope implements AutoCloseable {

        private final Map<String, @Nullable String> shadowed = new HashMap<>();
        private final Thread owner = Thread.currentThread();
        private final @Nullable String job;
        private boolean suspended;
        private boolean closed;

        private Scope(@Nullable String jobId) {
            this.job = JobScopes.opened(jobId) ? jobId : null;
        }

        /** Leaves to an outer scope, which has been closed before this one, what both had bound. */
        void yieldTo(Scope outer) {
            shadowed.keySet().removeAll(outer.shadowed.keySet());
        }

        /** Another context is shown in place of the one that it was opened in. */
        void suspend() {
            suspended = true;
        }

        /** That context is shown again: closed meanwhile, this puts back only now what it shadowed there. */
        void resume() {
            suspended = false;
            if (closed) {
                putBack();
            }
        }

        /** The context that it was opened in is gone. */
        void forget() {
            if (!closed) {
                end();
            }
        }

        private void end() {
            closed = true;
            if (job != null) {
                JobScopes.closed(job);
            }
        }

        boolean hasNothingToPutBack() {
            return shadowed.isEmpty();
        }

        @Override
        public void close() {
            if (closed || Thread.currentThread() != owner) {
                return;
            }
            end();
            if (!suspended) {
                putBack();
            }
        }

        private void putBack() {
            OpenScopes.remove(this);
            shadowed.forEach(LogContext::bind);
        }
    }
}
