package io.pixsim.logging.sink;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;

/** A file in which each event is when the logging call returns. */
class DirectFile extends FileAppender<ILoggingEvent> {

    @Override
    protected void subAppend(ILoggingEvent event) {
        Writing.write(this, () -> writeOut(event));
    }
}
