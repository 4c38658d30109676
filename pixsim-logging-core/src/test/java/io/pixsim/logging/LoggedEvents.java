package io.pixsim.logging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.pixsim.logging.encode.JsonReader;
import io.pixsim.logging.logback.JsonLinesEncoder;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** A logger of its own, and what was logged through it, read back from JSON. */
final class LoggedEvents {

    private final LoggerContext context = new LoggerContext();
    private final JsonLinesEncoder encoder = new JsonLinesEncoder();
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    LoggedEvents() {
        context.setMDCAdapter(MDC.getMDCAdapter());
        encoder.start();
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    Logger logger() {
        return context.getLogger("worker");
    }

    List<Map<String, Object>> events() {
        return appender.list.stream().map(this::json).toList();
    }

    private Map<String, Object> json(ILoggingEvent event) {
        try {
            return JsonReader.readObject(encoder.encode(event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
