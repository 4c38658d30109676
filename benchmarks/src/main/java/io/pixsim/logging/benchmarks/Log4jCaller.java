package io.pixsim.logging.benchmarks;

import java.util.List;
import java.util.Map;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.OutputStreamAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.config.LoggerConfig;

/** Log4j's own calls, its thread context and its stream appender; synchronous, as the others are. */
final class Log4jCaller implements Caller {

    private final Logger logger;

    Log4jCaller(CountingStream stream) {
        Configuration configuration = new DefaultConfiguration();
        Appender appender = OutputStreamAppender.newBuilder()
                .setName("stream")
                .setTarget(stream)
                .setLayout(Log4jEncoding.layout())
                .build();
        appender.start();
        LoggerConfig root = configuration.getRootLogger();
        List.copyOf(root.getAppenders().keySet()).forEach(root::removeAppender);
        root.addAppender(appender, null, null);
        root.setLevel(Level.INFO);
        LoggerContext context = new LoggerContext("benchmarks");
        context.start(configuration);
        logger = context.getLogger(Event.LOGGER);
    }

    @Override
    public void bind(Map<String, String> context) {
        ThreadContext.clearMap();
        ThreadContext.putAll(context);
    }

    @Override
    public void rebind(String name, String value) {
        ThreadContext.put(name, value);
    }

    @Override
    public void log(Event event) {
        logger.info(new Log4jEncoding.Fields()
                .with("message", event.message())
                .with(Event.STAGE, event.stage())
                .with(Event.PROVIDER_JOB_ID, event.providerJobId())
                .with(Event.ATTEMPT, event.attempt())
                .with(Event.DURATION_MS, event.durationMs()));
    }
}
