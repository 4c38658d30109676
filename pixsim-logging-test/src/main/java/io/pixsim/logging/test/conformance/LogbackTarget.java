package io.pixsim.logging.test.conformance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.Logger;
import org.slf4j.MDC;

/**
 * Whole calls through SLF4J to an encoder for Logback, in a logger context of its own. Exceptions that the
 * encoder throws are kept by the appender, as by all of Logback's: the event is lost. Errors reach the caller.
 */
public final class LogbackTarget implements Target {

    private final LoggerContext context = new LoggerContext();
    private final Direct appender;

    private LogbackTarget(Encoder<ILoggingEvent> encoder, List<? extends TurboFilter> filters) {
        context.setMDCAdapter(MDC.getMDCAdapter());
        if (!encoder.isStarted()) {
            encoder.setContext(context);
            encoder.start();
        }
        filters.forEach(filter -> {
            filter.start();
            context.addTurboFilter(filter);
        });
        appender = new Direct(encoder);
        appender.setContext(context);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.DEBUG);
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    /**
     * An encoder alone.
     *
     * @param encoder the encoder; it is started unless it is already
     * @return what is tried
     */
    public static LogbackTarget of(Encoder<ILoggingEvent> encoder) {
        return new LogbackTarget(encoder, List.of());
    }

    /**
     * An encoder behind turbo filters, such as the guard against throwables that Logback can't read.
     *
     * @param encoder the encoder; it is started unless it is already
     * @param filters the filters, in order; they are started
     * @return what is tried
     */
    public static LogbackTarget of(Encoder<ILoggingEvent> encoder, TurboFilter... filters) {
        return new LogbackTarget(encoder, List.of(filters));
    }

    @Override
    public void log(HostileCall call, OutputStream out) {
        appender.out = out;
        call.logTo(context);
    }

    /**
     * Encodes and writes. Logback's stream appenders also format the message, with all its arguments, before they ask the
     * encoder; what comes of that is not the encoder's.
     */
    private static final class Direct extends UnsynchronizedAppenderBase<ILoggingEvent> {

        private final Encoder<ILoggingEvent> encoder;
        private volatile OutputStream out = OutputStream.nullOutputStream();

        Direct(Encoder<ILoggingEvent> encoder) {
            this.encoder = encoder;
        }

        @Override
        protected void append(ILoggingEvent event) {
            OutputStream target = out;
            try {
                target.write(encoder.encode(event));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
