package io.pixsim.logging.benchmarks;

import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** SLF4J's fluent calls and its MDC. */
final class Slf4jCaller implements Caller {

    private final Logger logger = LoggerFactory.getLogger(Event.LOGGER);

    @Override
    public void bind(Map<String, String> context) {
        MDC.setContextMap(context);
    }

    @Override
    public void rebind(String name, String value) {
        MDC.put(name, value);
    }

    @Override
    public void log(Event event) {
        logger.atInfo()
                .addKeyValue(Event.STAGE, event.stage())
                .addKeyValue(Event.PROVIDER_JOB_ID, event.providerJobId())
                .addKeyValue(Event.ATTEMPT, event.attempt())
                .addKeyValue(Event.DURATION_MS, event.durationMs())
                .log(event.message());
    }
}
