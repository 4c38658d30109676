package io.pixsim.logging.spring;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.pixsim.logging.Logging;
import io.pixsim.logging.metrics.LoggingMetrics;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The counters as meters, where there is Micrometer. */
@AutoConfiguration
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnProperty(name = "pixsim.logging.enabled", matchIfMissing = true)
public class LoggingMetricsAutoConfiguration {

    /** For Spring. */
    public LoggingMetricsAutoConfiguration() {}

    /**
     * The meters.
     *
     * @return what binds them
     */
    @Bean
    public LoggingMetrics pixSimLoggingMetrics() {
        return new LoggingMetrics(Logging::stats);
    }
}
