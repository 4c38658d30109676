package io.pixsim.logging.logback;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.pixsim.logging.encode.Failure;
import io.pixsim.logging.encode.LogEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;

/** A Logback event, as an encoder reads it. */
record LogbackEvent(ILoggingEvent event) implements LogEvent {

    @Override
    public Instant instant() {
        Instant instant = event.getInstant();
        return instant != null ? instant : Instant.ofEpochMilli(event.getTimeStamp());
    }

    @Override
    public Level level() {
        return Levels.toSlf4j(event.getLevel());
    }

    @Override
    public String loggerName() {
        return event.getLoggerName();
    }

    @Override
    public String threadName() {
        return event.getThreadName();
    }

    @Override
    public @Nullable String message() {
        return event.getMessage();
    }

    @Override
    public @Nullable Object @Nullable [] arguments() {
        return event.getArgumentArray();
    }

    @Override
    public @Nullable List<Marker> markers() {
        return event.getMarkerList();
    }

    @Override
    public @Nullable List<KeyValuePair> keyValues() {
        return event.getKeyValuePairs();
    }

    @Override
    public Map<String, @Nullable String> context() {
        try {
            return event.getMDCPropertyMap();
        } catch (NullPointerException e) { // a logger context that was made by hand has no MDC
            return Map.of();
        }
    }

    @Override
    public @Nullable Failure failure() {
        return LogbackFailure.of(event.getThrowableProxy());
    }

    @Override
    public @Nullable StackTraceElement caller() {
        StackTraceElement[] callers = event.getCallerData();
        return callers == null || callers.length == 0 ? null : callers[0];
    }
}
