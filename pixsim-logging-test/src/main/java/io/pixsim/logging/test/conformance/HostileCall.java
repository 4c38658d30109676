package io.pixsim.logging.test.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * One call of a logger, as data. Made anew for each run, as its values may be good for one time only. The thread that
 * makes the call has the name that the case wants, already.
 */
public final class HostileCall {

    private static final ThreadLocal<@Nullable ILoggerFactory> LOGGERS = new ThreadLocal<>();

    private final @Nullable String message;
    private final @Nullable Object @Nullable [] arguments;
    private final List<KeyValuePair> fields;
    private final Map<String, @Nullable String> context;
    private final @Nullable Marker marker;
    private final @Nullable Throwable failure;
    private final String loggerName;
    private final String threadName;

    HostileCall(CallDraft draft) {
        message = draft.message;
        arguments = draft.arguments;
        fields = Collections.unmodifiableList(new ArrayList<>(draft.fields));
        context = Collections.unmodifiableMap(new LinkedHashMap<>(draft.context));
        marker = draft.marker;
        failure = draft.failure;
        loggerName = draft.loggerName;
        threadName = draft.threadName;
    }

    /**
     * The message or its pattern.
     *
     * @return the text; null in one case
     */
    public @Nullable String message() {
        return message;
    }

    /**
     * What fills the pattern.
     *
     * @return the arguments, or null when there are none
     */
    public @Nullable Object @Nullable [] arguments() {
        return arguments;
    }

    /**
     * The call's own fields, in order; keys may be null or occur twice.
     *
     * @return an immutable list; empty when the call is a plain one, {@code log.info(message, arguments)}
     */
    public List<KeyValuePair> fields() {
        return fields;
    }

    /**
     * What is bound around the call, in the MDC or its like.
     *
     * @return an immutable map
     */
    public Map<String, @Nullable String> context() {
        return context;
    }

    /**
     * The call's marker.
     *
     * @return the marker, or null
     */
    public @Nullable Marker marker() {
        return marker;
    }

    /**
     * The throwable.
     *
     * @return the throwable, or null
     */
    public @Nullable Throwable failure() {
        return failure;
    }

    /**
     * Whose call it is.
     *
     * @return the logger's name
     */
    public String loggerName() {
        return loggerName;
    }

    /**
     * Where the call is made.
     *
     * @return the name of the thread
     */
    public String threadName() {
        return threadName;
    }

    /**
     * Makes the call through SLF4J: binds the context to the MDC, logs at INFO or, with a throwable, at ERROR, and clears
     * the MDC.
     *
     * @param loggers whose logger it is
     */
    public void logTo(ILoggerFactory loggers) {
        Logger logger = loggers.getLogger(loggerName);
        context.forEach(MDC::put);
        LOGGERS.set(loggers);
        try {
            if (fields.isEmpty()) {
                logPlainly(logger);
            } else {
                logFluently(logger);
            }
        } finally {
            LOGGERS.remove();
            MDC.clear();
        }
    }

    /** Logs once more, from within a value of the call that is made by this thread now. */
    static void logWithin(String message) {
        ILoggerFactory loggers = LOGGERS.get();
        if (loggers != null) {
            loggers.getLogger("conformance.Inner").info(message);
        }
    }

    private void logPlainly(Logger logger) {
        if (failure != null) {
            logger.error(marker, message, failure);
        } else if (arguments == null) {
            logger.info(marker, message);
        } else {
            logger.info(marker, message, arguments);
        }
    }

    private void logFluently(Logger logger) {
        LoggingEventBuilder event = logger.atLevel(failure == null ? Level.INFO : Level.ERROR);
        if (marker != null) {
            event = event.addMarker(marker);
        }
        if (failure != null) {
            event = event.setCause(failure);
        }
        for (Object argument : arguments == null ? new Object[0] : arguments) {
            event = event.addArgument(argument);
        }
        for (KeyValuePair field : fields) {
            event = event.addKeyValue(field.key, field.value);
        }
        event.log(message);
    }
}
