package io.pixsim.logging.sink;

import java.nio.file.Path;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.encoder.Encoder;
import io.pixsim.logging.logback.JsonLinesEncoder;

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
        ConsoleAppender<ILoggingEvent> console = takesLines(encoder) ? new LineConsole() : new DirectConsole();
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
        FileAppender<ILoggingEvent> appender = takesLines(encoder) ? new LineFile() : new DirectFile();
        appender.setName("file");
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setFile(file.toString());
        return appender;
    }

    private static boolean takesLines(Encoder<ILoggingEvent> encoder) {
        return encoder instanceof JsonLinesEncoder;
    }
}
