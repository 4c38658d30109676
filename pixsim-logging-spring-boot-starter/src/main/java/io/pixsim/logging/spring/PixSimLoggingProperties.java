package io.pixsim.logging.spring;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is set of logging in the application's properties. What is left open is taken from environment variables such as
 * {@code PIXSIM_LOG_FORMAT}, else from the default.
 *
 * @param enabled Whether the starter does anything: configures logging, logs requests, shows meters.
 * @param service Component that emits; spring.application.name when left open.
 * @param env Deployment environment, such as dev, staging or prod.
 * @param format Console format: json or human.
 * @param names What fields and levels are called in JSON lines of console and files: pixsim or job_centric.
 * @param upperCaseLevels Whether JSON lines of console and files have levels in upper case.
 * @param level Least severity that is written: DEBUG, INFO, WARNING, ERROR or CRITICAL; logging.level.root when left open.
 * @param file File that gets every event as a JSON line, before the logging call returns; it is not rotated.
 * @param directory Folder for rotated files by level and service and for files of jobs.
 * @param excludePaths Paths whose requests are not logged unless they fail or are slow; {id} stands for one segment.
 * @param redactKeys Keys that are sensitive besides the built-in ones.
 * @param uncaughtExceptions Whether an exception that ends a thread is logged as critical.
 * @param jmx Whether the counters can be seen by JMX.
 * @param ingestion Where events are forwarded to.
 * @param requests How requests are logged.
 */
@ConfigurationProperties("pixsim.logging")
public record PixSimLoggingProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String service,
        @Nullable String env,
        @Nullable String format,
        @Nullable String names,
        @Nullable Boolean upperCaseLevels,
        @Nullable String level,
        @Nullable Path file,
        @Nullable Path directory,
        @Nullable List<String> excludePaths,
        @DefaultValue List<String> redactKeys,
        @Nullable Boolean uncaughtExceptions,
        @Nullable Boolean jmx,
        @DefaultValue Ingestion ingestion,
        @DefaultValue Requests requests) {

    /**
     * Where events are forwarded to.
     *
     * @param url Ingest endpoint.
     * @param format Format of the batches: pixsim, otlp or bulk.
     * @param token Bearer token.
     * @param batchSize Most events per request, 1 to 500.
     * @param flushInterval How long an event waits at the most.
     * @param spoolDirectory Folder where events wait on disk until they are delivered.
     */
    public record Ingestion(
            @Nullable URI url,
            @Nullable String format,
            @Nullable String token,
            @Nullable Integer batchSize,
            @Nullable Duration flushInterval,
            @Nullable Path spoolDirectory) {}

    /**
     * How requests are logged.
     *
     * @param enabled Whether requests are logged.
     * @param trustedProxies Addresses and networks whose X-Forwarded-For is believed.
     * @param slow From when on a request is slow.
     */
    public record Requests(
            @DefaultValue("true") boolean enabled,
            @DefaultValue List<String> trustedProxies,
            @DefaultValue("1s") Duration slow) {}
}
