package io.pixsim.logging.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.KeyValuePair;

/** Events as Logback makes them, its MDC's own map included. */
final class LogbackEncoding implements Encoding {

    private final Encoder<ILoggingEvent> encoder;
    private final Logger logger;
    private LoggingEvent[] events = {};

    LogbackEncoding(Encoder<ILoggingEvent> encoder) {
        this.encoder = encoder;
        this.logger = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Event.LOGGER);
    }

    @Override
    public void prepare(Event[] batch) {
        events = new LoggingEvent[batch.length];
        Map<String, String> bound = null;
        for (int i = 0; i < batch.length; i++) {
            bound = bind(batch[i].context(), bound);
            events[i] = logbackEvent(batch[i]);
        }
        MDC.clear();
    }

    @Override
    public byte[] encode(int index) {
        return encoder.encode(events[index]);
    }

    /** As long as the context is the same, Logback hands out the same map. */
    private static Map<String, String> bind(Map<String, String> context, @Nullable Map<String, String> bound) {
        if (context != bound) {
            MDC.setContextMap(context);
        }
        return context;
    }

    private LoggingEvent logbackEvent(Event event) {
        Level level = event.error() ? Level.ERROR : Level.INFO;
        LoggingEvent made = new LoggingEvent(Logger.FQCN, logger, level, event.message(), event.failure(), null);
        made.setThreadName(Event.THREAD);
        made.getMDCPropertyMap();
        List<KeyValuePair> fields = new ArrayList<>();
        event.fields().forEach((name, value) -> fields.add(new KeyValuePair(name, value)));
        made.setKeyValuePairs(fields);
        return made;
    }
}
