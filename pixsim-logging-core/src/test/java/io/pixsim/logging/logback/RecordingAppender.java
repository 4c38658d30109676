package io.pixsim.logging.logback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.pixsim.logging.encode.JsonReader;

/** Keeps what a sink would have written, read back from JSON. */
final class RecordingAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private final JsonLinesEncoder encoder = new JsonLinesEncoder();
    private final List<Map<String, Object>> events = new CopyOnWriteArrayList<>();

    /** On the root logger of a context of its own, at level debug. */
    static RecordingAppender on(LoggerContext context) {
        RecordingAppender appender = new RecordingAppender();
        appender.setContext(context);
        appender.encoder.setContext(context);
        appender.encoder.start();
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.DEBUG);
        root.addAppender(appender);
        return appender;
    }

    List<Map<String, Object>> events() {
        return events;
    }

    List<Object> values(String field) {
        return events.stream().map(event -> event.get(field)).toList();
    }

    @Override
    protected void append(ILoggingEvent event) {
        try {
            events.add(JsonReader.readObject(encoder.encode(event)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
