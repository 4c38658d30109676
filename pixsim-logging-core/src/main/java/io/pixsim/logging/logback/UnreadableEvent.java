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

/** What is left of an event that threw while it was read: when, where, how bad, and what went wrong with it. */
record UnreadableEvent(ILoggingEvent event, Throwable reason) implements LogEvent {

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(event.getTimeStamp());
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
        return Thread.currentThread().getName();
    }

    @Override
    public String message() {
        return "[an event could not be read: " + reason.getClass().getName() + "]";
    }

    @Override
    public @Nullable Object @Nullable [] arguments() {
        return null;
    }

    @Override
    public @Nullable List<Marker> markers() {
        return null;
    }

    @Override
    public @Nullable List<KeyValuePair> keyValues() {
        return null;
    }

    @Override
    public Map<String, @Nullable String> context() {
        return Map.of();
    }

    @Override
    public @Nullable Failure failure() {
        return null;
    }
}
