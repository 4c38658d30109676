package io.pixsim.logging.logback;

import java.util.Arrays;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** Makes the event of a call, as Logback would, but for throwables that would harm it: of those what can be read. */
final class CallEvents {

    private CallEvents() {}

    static LoggingEvent of(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            @Nullable Object @Nullable [] params,
            @Nullable Throwable thrown) {
        Throwable failure = failure(params, thrown);
        LoggingEvent event = failure == null || ReadableFailure.isSafe(failure)
                ? new LoggingEvent(Logger.FQCN, logger, level, format, thrown, params)
                : withFailure(logger, level, format, thrown == null ? withoutLast(params) : params, failure);
        if (marker != null) {
            event.addMarker(marker);
        }
        return event;
    }

    static LoggingEvent of(Logger logger, Level level, org.slf4j.event.LoggingEvent call) {
        Throwable thrown = call.getThrowable();
        Object[] params = call.getArgumentArray();
        Throwable failure = failure(params, thrown);
        LoggingEvent event = failure == null || ReadableFailure.isSafe(failure)
                ? new LoggingEvent(Logger.FQCN, logger, level, call.getMessage(), thrown, params)
                : withFailure(logger, level, call.getMessage(), thrown == null ? withoutLast(params) : params, failure);
        List<Marker> markers = call.getMarkers();
        if (markers != null) {
            markers.forEach(event::addMarker);
        }
        List<KeyValuePair> pairs = call.getKeyValuePairs();
        if (pairs != null) {
            pairs.forEach(event::addKeyValuePair);
        }
        return event;
    }

    static @Nullable Throwable failure(org.slf4j.event.LoggingEvent call) {
        return failure(call.getArgumentArray(), call.getThrowable());
    }

    /** What is told as the failure: SLF4J takes a throwable as the last argument for it. */
    static @Nullable Throwable failure(@Nullable Object @Nullable [] params, @Nullable Throwable thrown) {
        if (thrown != null || params == null || params.length == 0) {
            return thrown;
        }
        return params[params.length - 1] instanceof Throwable failure ? failure : null;
    }

    private static LoggingEvent withFailure(
            Logger logger,
            Level level,
            @Nullable String format,
            @Nullable Object @Nullable [] params,
            Throwable failure) {
        LoggingEvent event = new LoggingEvent(Logger.FQCN, logger, level, format, null, params);
        event.setThrowableProxy(new ReadableFailure(failure));
        return event;
    }

    private static @Nullable Object @Nullable [] withoutLast(@Nullable Object @Nullable [] params) {
        return params == null ? null : Arrays.copyOf(params, params.length - 1);
    }
}
