package io.pixsim.logging.reference;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.pixsim.logging.encode.Dialect;
import io.pixsim.logging.logback.JsonLinesEncoder;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** A real logger whose events all happen at one time, on one thread: the lines that two encoders make of them. */
final class Recorder extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private static final Instant NOW = Instant.parse("2025-11-12T12:34:57.010203Z");
    private static final int MAX_STRING_LENGTH = 1_000;

    private final Map<Dialect, JsonLinesEncoder> encoders = new EnumMap<>(Dialect.class);
    private final Map<Dialect, List<String>> lines = new EnumMap<>(Dialect.class);

    private Recorder() {
        for (Dialect dialect : Dialect.values()) {
            JsonLinesEncoder encoder = new JsonLinesEncoder();
            encoder.setService("worker");
            encoder.setDialect(dialect);
            encoder.setMaxStringLength(MAX_STRING_LENGTH);
            encoder.start();
            encoders.put(dialect, encoder);
            lines.put(dialect, new CopyOnWriteArrayList<>());
        }
    }

    /** The lines of what is logged through a logger. */
    static Map<Dialect, List<String>> linesOf(Consumer<Logger> program) {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(MDC.getMDCAdapter());
        Recorder recorder = new Recorder();
        recorder.setContext(context);
        recorder.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.TRACE);
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(recorder);
        program.accept(context.getLogger("pixsim.worker"));
        context.stop();
        return recorder.lines;
    }

    @Override
    protected void append(ILoggingEvent event) {
        LoggingEvent fixed = (LoggingEvent) event;
        fixed.setInstant(NOW);
        fixed.setThreadName("main");
        encoders.forEach((dialect, encoder) ->
                lines.get(dialect).add(new String(encoder.encode(event), StandardCharsets.UTF_8)));
    }
}
