package io.pixsim.logging.http;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.diagnostics.DropReason;
import org.slf4j.event.KeyValuePair;

/** The event that tells in the stream what is missing from it, in the words in which the gate tells of its own. */
final class LossEvent {

    private static final String STAGE = "log:loss";
    private static final String LOGGER = "io.pixsim.logging";

    private LossEvent() {}

    static ILoggingEvent of(Map<DropReason, Long> losses, LoggerContext context) {
        LoggingEvent event = new LoggingEvent();
        event.setLoggerContext(context);
        event.setLoggerName(LOGGER);
        event.setLevel(Level.WARN);
        event.setInstant(Instant.now());
        event.setThreadName(Thread.currentThread().getName());
        event.setMessage("events were lost on their way");
        event.setMDCPropertyMap(Map.of());
        Map<String, Long> byReason = new TreeMap<>();
        losses.forEach((reason, count) -> byReason.put(reason.name().toLowerCase(Locale.ROOT), count));
        add(event, Fields.STAGE.name(), STAGE);
        add(
                event,
                Fields.SUPPRESSED.name(),
                losses.values().stream().mapToLong(Long::longValue).sum());
        add(event, "lost", byReason);
        return event;
    }

    private static void add(LoggingEvent event, String key, Object value) {
        event.addKeyValuePair(new KeyValuePair(key, value));
    }
}
