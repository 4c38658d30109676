package io.pixsim.logging.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.context.LogContext;
import org.jspecify.annotations.Nullable;

/**
 * A request that is being answered: made by {@link RequestLog#begin}, told how it goes, and completed once, by whichever
 * thread is last. {@link #run} does all of it where a request is answered by the thread that took it; where it is not,
 * each thread that works on it has it bound with {@link #bind}, and the last calls {@link #complete}. Safe for use by
 * many threads; never throws but for null arguments.
 */
public final class LoggedRequest {

    private final RequestEvents events;
    private final LongSupplier nanoTime;
    private final long start;
    private final Map<Field, FieldValue> own = new LinkedHashMap<>();
    private int status;
    private long responseSize = -1;
    private @Nullable String route;
    private @Nullable Throwable failure;
    private boolean completed;

    LoggedRequest(RequestEvents events, LongSupplier nanoTime) {
        this.events = events;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    void logStart() {
        events.started();
    }

    /**
     * What {@code request_id} is, for the answer's {@code X-Request-ID}.
     *
     * @return 1 to 100 letters, digits and {@code . _ : -}
     */
    public String id() {
        return events.incoming().requestId();
    }

    /**
     * The trace that the request named.
     *
     * @return the trace; empty when it named none, or a tracer has bound its own
     */
    public Optional<TraceParent> trace() {
        return Optional.ofNullable(events.incoming().trace());
    }

    /**
     * Binds {@code request_id}, {@code trace_id}, {@code span_id} and {@code trace_flags} to this thread.
     *
     * @return the scope to close, on this thread
     */
    public LogContext.Scope bind() {
        return events.bind();
    }

    /**
     * Answers the request on this thread: bound meanwhile, completed at the end.
     *
     * @param <E> what the handler throws
     * @param handler answers the request and tells how
     * @throws E what the handler threw, unchanged
     */
    public <E extends Exception> void run(Handler<E> handler) throws E {
        try (LogContext.Scope scope = bind()) {
            handler.handle(this);
        } catch (Throwable e) { // told, and thrown on as it is
            failed(e);
            throw e;
        } finally {
            complete();
        }
    }

    /**
     * The status of the answer.
     *
     * @param status the HTTP status
     * @return this
     */
    public synchronized LoggedRequest status(int status) {
        this.status = status;
        return this;
    }

    /**
     * The size of the answer's body.
     *
     * @param bytes the bytes; negative when not known
     * @return this
     */
    public synchronized LoggedRequest responseSize(long bytes) {
        responseSize = bytes;
        return this;
    }

    /**
     * The template that the path fits, for grouping.
     *
     * @param template such as <code>/api/v1/jobs/{id}</code>
     * @return this
     */
    public synchronized LoggedRequest route(String template) {
        route = Objects.requireNonNull(template, "template");
        return this;
    }

    /**
     * The template that was told.
     *
     * @return empty when none was, so far
     */
    public synchronized Optional<String> route() {
        return Optional.ofNullable(route);
    }

    /**
     * Adds a field to the event at the end, such as the job that the request has created. A second value of a field
     * replaces the first.
     *
     * @param value the field and its value
     * @return this
     */
    public synchronized LoggedRequest put(FieldValue value) {
        own.put(value.field(), value);
        return this;
    }

    /**
     * Tells that answering failed. The first failure counts; the status stays what it was.
     *
     * @param failure what was thrown
     */
    public synchronized void failed(Throwable failure) {
        if (this.failure == null) {
            this.failure = Objects.requireNonNull(failure, "failure");
        }
    }

    /**
     * Logs, at once and at level warning, that whoever asks could not prove who they are. There is nothing to call when
     * they could: that happens with every request, and is not logged.
     *
     * @param reason what is wrong, such as {@code token expired}; never the token
     */
    public void authenticationFailed(String reason) {
        events.authenticationFailed(Objects.requireNonNull(reason, "reason"));
    }

    /** Logs the end of the request. Again, it does nothing. */
    public void complete() {
        RequestEvents.Outcome outcome;
        synchronized (this) { // not around the logging: what others tell meanwhile must not wait for a sink
            if (completed) {
                return;
            }
            completed = true;
            outcome = new RequestEvents.Outcome(status, responseSize, route, failure, List.copyOf(own.values()));
        }
        events.completed(outcome, Duration.ofNanos(nanoTime.getAsLong() - start));
    }

    /**
     * Answers a request.
     *
     * @param <E> what it throws
     */
    @FunctionalInterface
    public interface Handler<E extends Exception> {

        /**
         * Does it.
         *
         * @param request is told how it goes
         * @throws E when it fails
         */
        void handle(LoggedRequest request) throws E;
    }
}
