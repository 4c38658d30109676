package io.pixsim.logging.web.client;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.context.ContextSnapshot;
import io.pixsim.logging.web.HeaderLookup;
import io.pixsim.logging.web.RequestFields;
import org.jspecify.annotations.Nullable;

/**
 * A call to a provider that is under way: made by {@link CallLog#begin}, told how it goes, and completed once, by whichever
 * thread is last. Safe for use by many threads; never throws but for null arguments.
 */
public final class LoggedCall {

    private final CallEvents events;
    private final CallHeaders headers;
    private final LongSupplier nanoTime;
    private final long start;
    private final ContextSnapshot context = ContextSnapshot.captureForAwaited();
    private final Map<String, String> added;
    private final Map<String, FieldValue> fields = new LinkedHashMap<>();
    private int status;
    private @Nullable Throwable failure;
    private boolean cancelled;
    private boolean completed;

    LoggedCall(CallEvents events, CallHeaders headers, HeaderLookup request, LongSupplier nanoTime) {
        this.events = events;
        this.headers = headers;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.added = headers.toAdd(request);
        CallHeaders.show(CallFields.REQUEST_HEADERS, headers.ofRequests(), request, fields);
    }

    /**
     * What the request is to carry so that the provider's logs can be found by the same ids: {@code X-Request-ID} and
     * {@code traceparent} of the context, but for those that the program has set itself.
     *
     * @return header names and values
     */
    public Map<String, String> headers() {
        return Map.copyOf(added);
    }

    /**
     * The provider has answered.
     *
     * @param status the HTTP status
     * @param answer looks up headers of the answer
     * @return this
     */
    public synchronized LoggedCall answered(int status, HeaderLookup answer) {
        this.status = status;
        CallHeaders.show(CallFields.RESPONSE_HEADERS, headers.ofAnswers(), answer, fields);
        return this;
    }

    /**
     * The size of the request's body.
     *
     * @param bytes the bytes; nothing when negative
     * @return this
     */
    public LoggedCall requestSize(long bytes) {
        return bytes < 0 ? this : put(CallFields.REQUEST_SIZE.of(bytes));
    }

    /**
     * The size of the answer's body, as far as it was read.
     *
     * @param bytes the bytes; nothing when negative
     * @return this
     */
    public LoggedCall responseSize(long bytes) {
        return bytes < 0 ? this : put(RequestFields.RESPONSE_SIZE.of(bytes));
    }

    /**
     * Adds a field to the event. A second value of a field replaces the first.
     *
     * @param value the field and its value
     * @return this
     */
    public synchronized LoggedCall put(FieldValue value) {
        fields.put(value.field().name(), value);
        return this;
    }

    /**
     * Tells that the call failed. The first failure counts.
     *
     * @param failure what was thrown
     */
    public synchronized void failed(Throwable failure) {
        if (this.failure == null) {
            this.failure = Objects.requireNonNull(failure, "failure");
        }
    }

    /** Tells that the program itself gave the call up; what that makes the client throw is no failure of the provider. */
    public synchronized void cancelled() {
        cancelled = true;
    }

    /** Logs the call. Again, it does nothing. */
    public void complete() {
        CallEvents.Outcome outcome;
        synchronized (this) { // not around the logging: what others tell meanwhile must not wait for a sink
            if (completed) {
                return;
            }
            completed = true;
            Duration duration = Duration.ofNanos(nanoTime.getAsLong() - start);
            fields.putIfAbsent(Fields.DURATION_MS.name(), Fields.DURATION_MS.of(duration));
            outcome = new CallEvents.Outcome(status, failure, cancelled, List.copyOf(fields.values()));
        }
        events.completed(outcome, context);
    }
}
