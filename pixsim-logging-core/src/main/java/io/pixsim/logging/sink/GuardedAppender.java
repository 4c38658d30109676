package io.pixsim.logging.sink;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.FilterReply;
import io.pixsim.logging.diagnostics.Diagnostics;

/**
 * What the appenders of this library that take events by themselves have in common: bounds for values that log while they
 * are written, of which Logback has none here, and no harm to the caller from a filter that throws. Safe for use by many
 * threads.
 */
public abstract class GuardedAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private final Nesting nesting = new Nesting();

    /** An appender to be configured and started. */
    protected GuardedAppender() {}

    @Override
    public final void doAppend(ILoggingEvent event) {
        if (isClosed()) {
            return;
        }
        if (!isStarted()) {
            super.doAppend(event);
            return;
        }
        int[] entered = nesting.enter();
        if (entered == null) {
            tooDeep(event);
            return;
        }
        try {
            if (isWanted(event)) {
                append(event);
            }
        } finally {
            Nesting.leave(entered);
        }
    }

    /**
     * Whether it was stopped, and then counts one more event that came too late.
     *
     * @return true when the event is not to be looked at any more
     */
    protected abstract boolean isClosed();

    /**
     * Counts an event that is left out, since values log without end while they are written.
     *
     * @param event the event
     */
    protected abstract void tooDeep(ILoggingEvent event);

    /**
     * Asks the filters. They are the program's own code, and what they throw is not for the caller of a logger.
     *
     * @param event the event
     * @return false when one denies it
     */
    protected final boolean isWanted(ILoggingEvent event) {
        try {
            return getFilterChainDecision(event) != FilterReply.DENY;
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            Diagnostics.shared().trouble("a filter threw " + e.getClass().getName());
            return true;
        }
    }
}
