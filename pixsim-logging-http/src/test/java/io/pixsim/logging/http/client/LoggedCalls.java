package io.pixsim.logging.http.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.pixsim.logging.encode.JsonReader;
import io.pixsim.logging.logback.JsonLinesEncoder;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** A logger of its own, and what was logged through it, read back from JSON. */
final class LoggedCalls {

    private final LoggerContext context = new LoggerContext();
    private final JsonLinesEncoder encoder = new JsonLinesEncoder();
    private final List<Map<String, Object>> events = new CopyOnWriteArrayList<>();

    LoggedCalls() {
        context.setMDCAdapter(MDC.getMDCAdapter());
        encoder.start();
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                events.add(json(event));
            }
        };
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    Logger logger() {
        return context.getLogger("worker");
    }

    List<Map<String, Object>> events() {
        return List.copyOf(events);
    }

    private Map<String, Object> json(ILoggingEvent event) {
        try {
            return JsonReader.readObject(encoder.encode(event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
