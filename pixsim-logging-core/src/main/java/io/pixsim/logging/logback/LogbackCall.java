package io.pixsim.logging.logback;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.pixsim.logging.catalog.EventMarkers;
import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.gate.Call;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.LoggingEvent;

/**
 * A call of Logback's, as the gate sees it. One for each thread, used again for one call after another, so that a call
 * that is held back leaves no garbage; a call within a call gets one of its own.
 */
final class LogbackCall implements Call {

    private static final ThreadLocal<LogbackCall> OF_THREAD = ThreadLocal.withInitial(LogbackCall::new);

    private boolean taken;
    private @Nullable Logger logger;
    private Level level = Level.OFF;
    private @Nullable Marker marker;
    private @Nullable List<Marker> markers;
    private @Nullable Object @Nullable [] arguments;
    private @Nullable List<KeyValuePair> keyValues;

    private LogbackCall() {}

    /** Give it back with {@link #release}. */
    static LogbackCall of(
            Logger logger, Level level, @Nullable Marker marker, @Nullable Object @Nullable [] arguments) {
        LogbackCall call = take(logger, level);
        call.marker = marker;
        call.arguments = arguments;
        return call;
    }

    /** Give it back with {@link #release}. */
    static LogbackCall of(Logger logger, Level level, LoggingEvent event) {
        LogbackCall call = take(logger, level);
        call.markers = event.getMarkers();
        call.arguments = event.getArgumentArray();
        call.keyValues = event.getKeyValuePairs();
        return call;
    }

    private static LogbackCall take(Logger logger, Level level) {
        LogbackCall free = OF_THREAD.get();
        LogbackCall call = free.taken ? new LogbackCall() : free;
        call.taken = true;
        call.logger = logger;
        call.level = level;
        return call;
    }

    /** Nothing of the caller's is held between two calls. */
    void release() {
        taken = false;
        logger = null;
        marker = null;
        markers = null;
        arguments = null;
        keyValues = null;
    }

    @Override
    public Severity severity() {
        org.slf4j.event.Level slf4j = Levels.toSlf4j(level);
        boolean critical = slf4j == org.slf4j.event.Level.ERROR && readMarkers().critical();
        return Severity.of(slf4j, critical);
    }

    @Override
    public @Nullable String stage() {
        if (marker instanceof Stage stage) {
            return stage.getName();
        }
        String stage = marker == null && markers == null ? null : readMarkers().stage();
        return stage != null ? stage : field(Fields.STAGE.name());
    }

    @Override
    public @Nullable String jobId() {
        return field(Fields.JOB_ID.name());
    }

    @Override
    public @Nullable String field(String name) {
        if (arguments != null) {
            for (Object argument : arguments) {
                if (argument instanceof FieldValue pair && pair.field().name().equals(name)) {
                    return SafeValue.text(pair.value());
                }
            }
        }
        if (keyValues != null) {
            for (KeyValuePair pair : keyValues) {
                if (name.equals(pair.key)) {
                    return SafeValue.text(pair.value instanceof FieldValue inner ? inner.value() : pair.value);
                }
            }
        }
        return MDC.get(name);
    }

    @Override
    public String levelOwner() {
        return logger == null ? org.slf4j.Logger.ROOT_LOGGER_NAME : Levels.owner(logger);
    }

    private EventMarkers readMarkers() {
        return markers != null ? EventMarkers.of(markers) : EventMarkers.of(marker);
    }
}
