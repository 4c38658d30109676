package io.pixsim.logging.web.client;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.context.ContextSnapshot;
import io.pixsim.logging.context.ContextSwitch;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.web.RequestFields;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** Writes the event of one call, under the context of who made it. Never throws. */
final class CallEvents {

    private static final int FAILED = 400;
    private static final Set<Integer> COME_BACK_LATER = Set.of(408, 429, 503);
    private static final String STATUS_TYPE = "HttpStatus";
    /** By name, since the module they are of may be absent. */
    private static final Set<String> JDK_TIMEOUTS =
            Set.of("java.net.http.HttpTimeoutException", "java.net.http.HttpConnectTimeoutException");

    private final Logger log;
    private final @Nullable Stage stage;
    private final List<FieldValue> about = new ArrayList<>();

    CallEvents(Logger log, @Nullable String provider, @Nullable Stage stage, String method, String url) {
        this.log = log;
        this.stage = stage;
        about.add(Fields.EVENT.of(CallFields.PROVIDER_CALL));
        if (provider != null) {
            about.add(Fields.PROVIDER_ID.of(provider));
        }
        about.add(RequestFields.METHOD.of(method));
        about.add(CallFields.URL.of(url));
    }

    void completed(Outcome outcome, ContextSnapshot context) {
        try (ContextSwitch theirs = context.open()) {
            LoggingEventBuilder event = log.atLevel(outcome.level());
            String bound = MDC.get(Fields.STAGE.name());
            if (bound == null && stage != null) {
                event = event.addMarker(stage);
            }
            for (FieldValue field : about) {
                event = event.addArgument(field);
            }
            for (FieldValue field : outcome.fields()) {
                event = event.addArgument(field);
            }
            write(event, outcome);
        } catch (RuntimeException
                | StackOverflowError
                | LinkageError e) { // a logger's filter or appender; the call's own outcome matters more
            Diagnostics.shared()
                    .trouble("a call could not be logged: " + e.getClass().getName());
        }
    }

    private static void write(LoggingEventBuilder event, Outcome outcome) {
        LoggingEventBuilder complete = event;
        if (outcome.status() > 0) {
            complete = complete.addArgument(RequestFields.STATUS.of(outcome.status()));
        }
        if (outcome.cancelled()) {
            complete.log("call cancelled");
            return;
        }
        if (outcome.failure() != null) {
            complete = complete.setCause(outcome.failure());
            if (outcome.isUnconnected()) {
                complete = complete.addArgument(Fields.ERROR.of("connection failed"))
                        .addArgument(Fields.ERROR_TYPE.of(ConnectException.class.getSimpleName()));
            }
        } else if (outcome.failed()) {
            complete = complete.addArgument(Fields.ERROR.of("HTTP " + outcome.status()))
                    .addArgument(Fields.ERROR_TYPE.of(STATUS_TYPE));
        }
        complete.log(outcome.failed() ? "call failed" : "call completed");
    }

    /**
     * How a call ended.
     *
     * @param status 0 when there was no answer
     * @param cancelled whether the program gave it up
     * @param fields all others, in order
     */
    record Outcome(int status, @Nullable Throwable failure, boolean cancelled, List<FieldValue> fields) {

        boolean failed() {
            return failure != null || status >= FAILED;
        }

        Level level() {
            if (cancelled || !failed()) {
                return Level.INFO;
            }
            boolean mayPass = failure == null ? COME_BACK_LATER.contains(status) : isTimeout(failure);
            return mayPass ? Level.WARN : Level.ERROR;
        }

        /** The JDK's client tries again over a channel that is closed by then: what that says is no reason. */
        boolean isUnconnected() {
            return failure instanceof ConnectException && failure.getMessage() == null;
        }

        private static boolean isTimeout(Throwable failure) {
            return failure instanceof InterruptedIOException
                    || failure instanceof TimeoutException
                    || JDK_TIMEOUTS.contains(failure.getClass().getName());
        }
    }
}
