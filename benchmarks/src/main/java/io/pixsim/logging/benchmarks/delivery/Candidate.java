package io.pixsim.logging.benchmarks.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.joran.spi.JoranException;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.http.HttpAppender;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** A contestant that runs: configured as its users do it, with its defaults or with room for high rates. */
final class Candidate {

    /** What is given to all, since the defaults are not meant for high rates: 64 MiB, or events of about that size. */
    private static final Map<String, String> ROOM = Map.of(
            "lokiItems",
            "5000",
            "lokiMillis",
            "100",
            "lokiQueueBytes",
            "67108864",
            "logstashRing",
            "65536",
            "pixsimQueueBytes",
            "67108864");

    private static final int OTEL_QUEUE = 65_536;
    private static final int OTEL_BATCH = 4_096;
    private static final Duration OTEL_PATIENCE = Duration.ofSeconds(10);

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    /** Kept, since a context that is stopped forgets it. */
    private final Appender<ILoggingEvent> target =
            context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("target");

    private final @Nullable OpenTelemetrySdk sdk;

    private Candidate(@Nullable OpenTelemetrySdk sdk) {
        this.sdk = sdk;
    }

    static Candidate start(Contestant contestant, Ports ports, boolean roomy) throws JoranException {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        Map<String, String> properties = new HashMap<>(contestant.properties(ports));
        if (roomy) {
            properties.putAll(ROOM);
        }
        properties.forEach(context::putProperty);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(
                Objects.requireNonNull(Candidate.class.getResourceAsStream(contestant.configuration())));
        OpenTelemetrySdk sdk = contestant == Contestant.OPENTELEMETRY ? sdk(ports, roomy) : null;
        if (sdk != null) {
            OpenTelemetryAppender.install(sdk);
        }
        return new Candidate(sdk);
    }

    private static OpenTelemetrySdk sdk(Ports ports, boolean roomy) {
        OtlpHttpLogRecordExporter exporter = OtlpHttpLogRecordExporter.builder()
                .setEndpoint("http://127.0.0.1:" + ports.http() + "/v1/logs")
                .setCompression("gzip")
                .build();
        var processor = BatchLogRecordProcessor.builder(exporter);
        if (roomy) {
            processor
                    .setMaxQueueSize(OTEL_QUEUE)
                    .setMaxExportBatchSize(OTEL_BATCH)
                    .setScheduleDelay(Duration.ofMillis(100));
        }
        return OpenTelemetrySdk.builder()
                .setLoggerProvider(SdkLoggerProvider.builder()
                        .addLogRecordProcessor(processor.build())
                        .build())
                .build();
    }

    /** Ours says what became of what; null for others. */
    @Nullable
    DeliveryStats stats() {
        return target instanceof HttpAppender ours ? ours.stats() : null;
    }

    /** As a program ends: with a deadline where there is one. */
    @Nullable
    DeliveryResult stop(Duration deadline) {
        DeliveryResult result = null;
        if (target instanceof HttpAppender ours) {
            result = ours.close(deadline);
        }
        if (sdk != null) {
            sdk.shutdown().join(OTEL_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
        context.stop();
        return result;
    }

    /** Lets go of it, and of what it still holds. */
    void drop() throws IOException {
        if (target instanceof HttpAppender ours) {
            ours.close(Duration.ofMillis(1));
        }
        if (sdk != null) {
            sdk.shutdown();
        }
    }
}
