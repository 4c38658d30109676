package io.pixsim.logging.sink;

import java.io.IOException;
import java.nio.file.Path;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAware;
import ch.qos.logback.core.util.ReentryGuard;
import ch.qos.logback.core.util.ReentryGuardFactory;
import io.pixsim.logging.diagnostics.Diagnostics;

/** The sinks that core brings, on Logback's own appenders: configured, not started. */
public final class Sinks {

    private Sinks() {}

    /**
     * Standard output.
     *
     * @param context the logger context
     * @param encoder writes the lines
     * @return the sink, not started
     */
    public static Appender<ILoggingEvent> console(LoggerContext context, Encoder<ILoggingEvent> encoder) {
        ConsoleAppender<ILoggingEvent> console = new DirectConsole();
        console.setName("console");
        console.setContext(context);
        console.setEncoder(encoder);
        return console;
    }

    /**
     * A file that is appended to; each event is in it when the logging call returns.
     *
     * @param context the logger context
     * @param encoder writes the lines
     * @param file the file; its folder is made when it is missing
     * @return the sink, not started
     */
    public static Appender<ILoggingEvent> file(LoggerContext context, Encoder<ILoggingEvent> encoder, Path file) {
        FileAppender<ILoggingEvent> appender = new DirectFile();
        appender.setName("file");
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setFile(file.toString());
        return appender;
    }

    /** Logback's own guard would drop what a value logs while it is written; the fan bounds that already. */
    private static final class DirectConsole extends ConsoleAppender<ILoggingEvent> {

        @Override
        protected ReentryGuard buildReentryGuard() {
            return ReentryGuardFactory.makeGuard(ReentryGuardFactory.GuardType.NOP);
        }

        @Override
        protected void subAppend(ILoggingEvent event) {
            write(this, () -> writeOut(event));
        }
    }

    private static final class DirectFile extends FileAppender<ILoggingEvent> {

        @Override
        protected void subAppend(ILoggingEvent event) {
            write(this, () -> writeOut(event));
        }
    }

    /**
     * Writes without what Logback does first: format the message once more, with the raw arguments, for threads that may
     * want it later. Here the encoder alone formats, and on this thread.
     */
    private static void write(ContextAware sink, Write write) {
        try {
            write.run();
        } catch (IOException e) {
            sink.addWarn("an event could not be written", e);
            Diagnostics.shared().trouble("an event could not be written: " + e);
        }
    }

    @FunctionalInterface
    private interface Write {
        void run() throws IOException;
    }
}
