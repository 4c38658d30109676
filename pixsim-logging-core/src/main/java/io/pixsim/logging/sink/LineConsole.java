package io.pixsim.logging.sink;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import io.pixsim.logging.encode.Line;

/** A console that takes lines as they are. */
final class LineConsole extends DirectConsole implements LineSink {

    @Override
    public void append(ILoggingEvent event, Line line) {
        if (isStarted() && getFilterChainDecision(event) != FilterReply.DENY) {
            Writing.write(this, line, streamWriteLock);
        }
    }
}
