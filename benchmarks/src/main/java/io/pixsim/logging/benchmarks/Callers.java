package io.pixsim.logging.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.sink.LogConsoleAppender;
import org.slf4j.LoggerFactory;

/** The ways on which an SLF4J call reaches a stream. */
final class Callers {

    /** As long as our own line of the pipeline event. */
    private static final int CONSTANT_LENGTH = 512;

    private Callers() {}

    /** Logback, its stream appender and an encoder. */
    static Caller through(Encoder<ILoggingEvent> encoder, CountingStream stream) {
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setOutputStream(stream);
        attach(appender, encoder);
        return new Slf4jCaller();
    }

    private static void attach(OutputStreamAppender<ILoggingEvent> appender, Encoder<ILoggingEvent> encoder) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        ch.qos.logback.classic.Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.setLevel(Level.INFO);
        root.addAppender(appender);
    }

    /** Our own encoder and console, as a {@code logback.xml} has them. */
    static Caller ownConsole(CountingStream stream) {
        LogConsoleAppender console = new LogConsoleAppender();
        attach(console, Encoders.pixsim());
        console.setOutputStream(stream); // the start takes standard output
        return new Slf4jCaller();
    }

    /** Our own front door, with its gate, its fan and its console. */
    static Caller frontDoor(CountingStream stream) {
        System.setOut(new PrintStream(stream, false, StandardCharsets.UTF_8));
        Logging.configure(LoggingOptions.forService("worker").env("dev").build());
        return new Slf4jCaller();
    }

    /** What Logback itself costs: an encoder that has its line ready. */
    static Caller constantLine(CountingStream stream) {
        ConstantLine encoder = new ConstantLine();
        encoder.start();
        return through(encoder, stream);
    }

    /** Penna, where SLF4J is told to take it. */
    static Caller penna(CountingStream stream) {
        PennaSink.exchange(stream);
        return new Slf4jCaller();
    }

    private static final class ConstantLine extends EncoderBase<ILoggingEvent> {

        private final byte[] line = ("x".repeat(CONSTANT_LENGTH - 1) + "\n").getBytes(StandardCharsets.UTF_8);

        @Override
        public byte[] encode(ILoggingEvent event) {
            return line;
        }

        @Override
        public byte[] headerBytes() {
            return new byte[0];
        }

        @Override
        public byte[] footerBytes() {
            return new byte[0];
        }
    }
}
