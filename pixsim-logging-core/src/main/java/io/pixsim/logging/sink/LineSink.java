package io.pixsim.logging.sink;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.pixsim.logging.encode.Line;

/** A sink of the fan that takes finished JSON lines, so that an event is encoded once however many of these there are. */
public interface LineSink {

    /**
     * Takes an event as it was encoded. Filters of the sink are its own affair, as in an appender.
     *
     * @param event the event, for what a sink goes by, such as its level
     * @param line the event, encoded; valid until this returns
     */
    void append(ILoggingEvent event, Line line);
}
