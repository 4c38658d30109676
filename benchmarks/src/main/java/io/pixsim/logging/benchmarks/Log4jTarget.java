package io.pixsim.logging.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import io.pixsim.logging.test.conformance.HostileCall;
import io.pixsim.logging.test.conformance.Target;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.MarkerManager;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.OutputStreamAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.layout.template.json.JsonTemplateLayout;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.ParameterizedMessage;
import org.jspecify.annotations.Nullable;

/**
 * Log4j's own calls, its thread context and its stream appender: fields as a typed map message, a plain call as its
 * parameterized one.
 */
final class Log4jTarget implements Target {

    private static final String TEMPLATE = """
            {"@timestamp": {"$resolver": "timestamp"},
             "level": {"$resolver": "level", "field": "name"},
             "logger": {"$resolver": "logger", "field": "name"},
             "thread": {"$resolver": "thread", "field": "name"},
             "marker": {"$resolver": "marker", "field": "name"},
             "message": {"$resolver": "message", "stringified": true},
             "context": {"$resolver": "mdc", "flatten": true},
             "exception": {"$resolver": "exception", "field": "stackTrace", "stackTrace": {"stringified": true}}}
            """;

    private final Switch stream = new Switch();
    private final LoggerContext plain = context(layout());
    private final LoggerContext fields = context(Log4jEncoding.layout());

    @Override
    public void log(HostileCall call, OutputStream out) {
        stream.out = out;
        call.context().forEach(ThreadContext::put);
        try {
            LoggerContext context = call.fields().isEmpty() ? plain : fields;
            context.getLogger(call.loggerName())
                    .log(
                            call.failure() == null ? Level.INFO : Level.ERROR,
                            marker(call),
                            message(call),
                            call.failure());
        } finally {
            ThreadContext.clearAll();
        }
    }

    private static Message message(HostileCall call) {
        if (call.fields().isEmpty()) {
            return new ParameterizedMessage(call.message(), call.arguments(), call.failure());
        }
        Log4jEncoding.Fields message = new Log4jEncoding.Fields();
        message.with("message", call.message());
        call.fields().forEach(field -> message.with(field.key, field.value));
        return message;
    }

    private static org.apache.logging.log4j.@Nullable Marker marker(HostileCall call) {
        return call.marker() == null
                ? null
                : new MarkerManager.Log4jMarker(call.marker().getName());
    }

    private static JsonTemplateLayout layout() {
        return JsonTemplateLayout.newBuilder()
                .setConfiguration(new DefaultConfiguration())
                .setEventTemplate(TEMPLATE)
                .setStackTraceEnabled(true)
                .build();
    }

    private LoggerContext context(JsonTemplateLayout layout) {
        Configuration configuration = new DefaultConfiguration();
        Appender appender = OutputStreamAppender.newBuilder()
                .setName("stream")
                .setTarget(stream)
                .setLayout(layout)
                .build();
        appender.start();
        LoggerConfig root = configuration.getRootLogger();
        List.copyOf(root.getAppenders().keySet()).forEach(root::removeAppender);
        root.addAppender(appender, null, null);
        root.setLevel(Level.INFO);
        LoggerContext context = new LoggerContext("conformance");
        context.start(configuration);
        return context;
    }

    private static final class Switch extends OutputStream {

        private volatile OutputStream out = nullOutputStream();

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }
    }
}
