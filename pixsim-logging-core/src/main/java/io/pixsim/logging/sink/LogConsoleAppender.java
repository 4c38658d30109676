package io.pixsim.logging.sink;

import java.util.function.BiConsumer;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.encode.Line;
import io.pixsim.logging.logback.JsonLinesEncoder;

/**
 * Logback's console for a {@code logback.xml}, with the same settings, that costs less: lines of a {@link JsonLinesEncoder} go
 * from its buffer to the stream, so none becomes an array first, and a message is formatted once.
 *
 * <pre>{@code
 * <appender name="console" class="io.pixsim.logging.sink.LogConsoleAppender">
 *   <encoder class="io.pixsim.logging.logback.JsonLinesEncoder">
 *     <service>worker</service>
 *   </encoder>
 * </appender>
 * }</pre>
 *
 * What a value logs while it is written is written too, before the event that has the value; Logback's own console leaves it
 * out. The front door has such a console already. Safe for use by many threads.
 */
public final class LogConsoleAppender extends DirectConsole {

    private final Nesting nesting = new Nesting();
    private final BiConsumer<ILoggingEvent, Line> writing = this::write;

    /** A console to be configured and started: standard output, flushed after each line, unless set otherwise. */
    public LogConsoleAppender() {}

    @Override
    protected void append(ILoggingEvent event) {
        if (!isStarted()) {
            return;
        }
        int[] entered = nesting.enter();
        if (entered == null) {
            Diagnostics.shared().trouble("a value logs without end while it is written; what goes too far is left out");
            return;
        }
        try {
            if (getEncoder() instanceof JsonLinesEncoder lines) {
                lines.encode(event, writing);
            } else {
                subAppend(event);
            }
        } finally {
            Nesting.leave(entered);
        }
    }

    private void write(ILoggingEvent event, Line line) {
        Writing.write(this, line, streamWriteLock);
    }
}
