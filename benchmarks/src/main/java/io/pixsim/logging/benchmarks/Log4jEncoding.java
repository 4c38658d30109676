package io.pixsim.logging.benchmarks;

import java.util.Map;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.layout.template.json.JsonTemplateLayout;
import org.apache.logging.log4j.message.MapMessage;
import org.apache.logging.log4j.util.SortedArrayStringMap;
import org.jspecify.annotations.Nullable;

/** Log4j's own events: the context as its context data, the event's own fields as a typed map message. */
final class Log4jEncoding implements Encoding {

    private static final String TEMPLATE = """
            {"@timestamp": {"$resolver": "timestamp",
                            "pattern": {"format": "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", "timeZone": "UTC"}},
             "level": {"$resolver": "level", "field": "name"},
             "logger": {"$resolver": "logger", "field": "name"},
             "thread": {"$resolver": "thread", "field": "name"},
             "fields": {"$resolver": "map", "flatten": true},
             "context": {"$resolver": "mdc", "flatten": true},
             "exception": {"$resolver": "exception", "field": "stackTrace", "stackTrace": {"stringified": true}}}
            """;

    private final JsonTemplateLayout layout = layout();
    private LogEvent[] events = {};

    static JsonTemplateLayout layout() {
        return JsonTemplateLayout.newBuilder()
                .setConfiguration(new DefaultConfiguration())
                .setEventTemplate(TEMPLATE)
                .setStackTraceEnabled(true)
                .build();
    }

    @Override
    public void prepare(Event[] batch) {
        events = new LogEvent[batch.length];
        @Nullable Map<String, String> bound = null;
        SortedArrayStringMap context = new SortedArrayStringMap();
        for (int i = 0; i < batch.length; i++) {
            if (batch[i].context() != bound) {
                bound = batch[i].context();
                context = contextData(bound);
            }
            events[i] = log4jEvent(batch[i], context);
        }
    }

    @Override
    public byte[] encode(int index) {
        return layout.toByteArray(events[index]);
    }

    private static SortedArrayStringMap contextData(Map<String, String> context) {
        SortedArrayStringMap data = new SortedArrayStringMap(context.size());
        context.forEach(data::putValue);
        data.freeze();
        return data;
    }

    private static LogEvent log4jEvent(Event event, SortedArrayStringMap context) {
        Fields fields = new Fields();
        fields.with("message", event.message());
        event.fields().forEach((name, value) -> fields.with(name, value));
        return Log4jLogEvent.newBuilder()
                .setLoggerName(Event.LOGGER)
                .setLoggerFqcn(Log4jEncoding.class.getName())
                .setThreadName(Event.THREAD)
                .setLevel(event.error() ? Level.ERROR : Level.INFO)
                .setMessage(fields)
                .setContextData(context)
                .setThrown(event.failure())
                .build();
    }

    /** A map message whose values keep their types. */
    static final class Fields extends MapMessage<Fields, Object> {

        private static final long serialVersionUID = 1L;
    }
}
