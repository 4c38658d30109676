package io.pixsim.logging.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.diagnostics.Diagnostics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** Writes the events of one request, with its context bound, whatever thread tells of it. Never throws. */
final class RequestEvents {

    private static final int FAILED = 400;
    private static final int SERVER_FAILED = 500;

    private final Logger log;
    private final Incoming incoming;
    private final Duration slow;

    RequestEvents(Logger log, Incoming incoming, Duration slow) {
        this.log = log;
        this.incoming = incoming;
        this.slow = slow;
    }

    Incoming incoming() {
        return incoming;
    }

    LogContext.Scope bind() {
        FieldValue id = Fields.REQUEST_ID.of(incoming.requestId());
        TraceParent trace = incoming.trace();
        return trace == null
                ? LogContext.with(id)
                : LogContext.with(
                        id,
                        Fields.TRACE_ID.of(trace.traceId()),
                        Fields.SPAN_ID.of(trace.spanId()),
                        RequestFields.TRACE_FLAGS.of(trace.flags()));
    }

    void started() {
        write(Level.INFO, "request started", about(RequestFields.HTTP_REQUEST), null);
    }

    void completed(Outcome outcome, Duration duration) {
        List<FieldValue> fields = about(RequestFields.HTTP_REQUEST);
        if (outcome.route() != null) {
            fields.add(RequestFields.ROUTE.of(outcome.route()));
        }
        if (outcome.status() > 0) {
            fields.add(RequestFields.STATUS.of(outcome.status()));
        }
        fields.add(Fields.DURATION_MS.of(duration));
        if (outcome.responseSize() >= 0) {
            fields.add(RequestFields.RESPONSE_SIZE.of(outcome.responseSize()));
        }
        fields.addAll(outcome.own());
        boolean threw = outcome.failure() != null;
        write(level(outcome, duration), threw ? "request failed" : "request completed", fields, outcome.failure());
    }

    void authenticationFailed(String reason) {
        List<FieldValue> fields = about("auth_failed");
        fields.add(Fields.REASON.of(reason));
        write(Level.WARN, "authentication failed", fields, null);
    }

    private Level level(Outcome outcome, Duration duration) {
        if (outcome.failure() != null || outcome.status() >= SERVER_FAILED) {
            return Level.ERROR;
        }
        return outcome.status() >= FAILED || duration.compareTo(slow) >= 0 ? Level.WARN : Level.INFO;
    }

    private List<FieldValue> about(String event) {
        List<FieldValue> fields = new ArrayList<>();
        fields.add(Fields.EVENT.of(event));
        fields.add(RequestFields.METHOD.of(incoming.method()));
        fields.add(RequestFields.PATH.of(incoming.path()));
        if (incoming.clientIp() != null) {
            fields.add(RequestFields.CLIENT_IP.of(incoming.clientIp()));
        }
        return fields;
    }

    private void write(Level level, String message, Collection<FieldValue> fields, @Nullable Throwable failure) {
        try (LogContext.Scope scope = bind()) {
            LoggingEventBuilder event = log.atLevel(level);
            for (FieldValue field : fields) {
                event = event.addArgument(field);
            }
            if (failure != null) {
                event = event.setCause(failure);
            }
            event.log(message);
        } catch (RuntimeException
                | StackOverflowError
                | LinkageError e) { // a logger's filter or appender; the request's own outcome matters more
            Diagnostics.shared()
                    .trouble("a request could not be logged: " + e.getClass().getName());
        }
    }

    /**
     * How a request ended.
     *
     * @param status 0 when not known
     * @param responseSize bytes; -1 when not known
     * @param own what the program added
     */
    record Outcome(
            int status,
            long responseSize,
            @Nullable String route,
            @Nullable Throwable failure,
            List<FieldValue> own) {}
}
