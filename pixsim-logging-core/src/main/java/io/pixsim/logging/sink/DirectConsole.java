package io.pixsim.logging.sink;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.util.ReentryGuard;
import ch.qos.logback.core.util.ReentryGuardFactory;

/** Logback's own guard would drop what a value logs while it is written; the fan bounds that already. */
class DirectConsole extends ConsoleAppender<ILoggingEvent> {

    @Override
    protected ReentryGuard buildReentryGuard() {
        return ReentryGuardFactory.makeGuard(ReentryGuardFactory.GuardType.NOP);
    }

    @Override
    protected void subAppend(ILoggingEvent event) {
        Writing.write(this, () -> writeOut(event));
    }
}
