package io.pixsim.logging.rolling;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.pixsim.logging.encode.Line;
import io.pixsim.logging.sink.LineSink;

/** A {@link LogFileAppender} that takes JSON lines as they are, for the fan behind the front door. */
public final class LineLogFile extends LogFileAppender implements LineSink {

    /** An appender without a file. */
    public LineLogFile() {}

    @Override
    public void append(ILoggingEvent event, Line line) {
        take(event, line);
    }
}
