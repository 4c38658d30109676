package io.pixsim.logging.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.ContextAwareBase;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.sink.ReplaySink;

/** What a recording is written to: those appenders of the root logger that take such. Safe for use by many threads. */
final class ReplaySinks {

    private static final String MISPLACED =
            "what is recorded is written nowhere: no JobFileAppender or HttpAppender is on the root logger itself";

    private final AtomicBoolean misplaced = new AtomicBoolean();
    private final ContextAwareBase of;

    /**
     * Sinks of a context.
     *
     * @param of what has the context, now or later
     */
    ReplaySinks(ContextAwareBase of) {
        this.of = of;
    }

    List<ReplaySink> sinks() {
        return appenders().stream()
                .filter(appender -> appender instanceof ReplaySink sink && sink.takesReplays())
                .map(ReplaySink.class::cast)
                .toList();
    }

    /** Once; where there is a fan, who set that up has told it, and a context that is configured anew has none for a while. */
    void tellIfMisplaced() {
        List<Appender<ILoggingEvent>> all = appenders();
        boolean told = all.isEmpty() || all.stream().anyMatch(ReplaySink.class::isInstance);
        if (!told && misplaced.compareAndSet(false, true)) {
            of.addWarn(MISPLACED);
            Diagnostics.shared().setting(MISPLACED);
        }
    }

    private List<Appender<ILoggingEvent>> appenders() {
        List<Appender<ILoggingEvent>> all = new ArrayList<>(2);
        if (of.getContext() instanceof LoggerContext loggers) {
            loggers.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().forEachRemaining(all::add);
        }
        return all;
    }
}
