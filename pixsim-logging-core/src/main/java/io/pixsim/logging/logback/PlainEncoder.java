package io.pixsim.logging.logback;

import java.time.ZoneId;
import java.util.function.Function;

import io.pixsim.logging.encode.Limits;
import io.pixsim.logging.encode.LogEvent;
import io.pixsim.logging.encode.Origin;
import io.pixsim.logging.encode.PlainLines;
import io.pixsim.logging.redact.Redactor;

/**
 * Writes events for people who read files, redacted, one line each and a stack trace below: {@code 2025-11-11 22:30:45 -
 * logger - LEVEL - message key=value …}. For {@code logback.xml}:
 *
 * <pre>{@code
 * <appender name="worker" class="io.pixsim.logging.rolling.LogFileAppender">
 *   <file>data/logs/worker.log</file>
 *   <encoder class="io.pixsim.logging.logback.PlainEncoder">
 *     <service>worker</service>
 *     <callers>true</callers>
 *   </encoder>
 * </appender>
 * }</pre>
 *
 * Safe for use by many threads once started.
 */
public final class PlainEncoder extends EventEncoder {

    private boolean callers;

    /** An encoder to be configured and started. */
    public PlainEncoder() {}

    /**
     * Sets whether function and line stand before the message. To find them out costs some microseconds an event.
     *
     * @param callers false unless set
     */
    public void setCallers(boolean callers) {
        this.callers = callers;
    }

    @Override
    Function<LogEvent, byte[]> encoding(Origin origin, Redactor redactor, Limits limits) {
        PlainLines lines = new PlainLines(origin, redactor, limits, ZoneId.systemDefault(), callers);
        return event -> utf8(lines.encode(event));
    }
}
