package io.pixsim.logging;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.sink.Forwarding;

/**
 * What the program itself decides about its logging. What it leaves open is taken from a system property, else from the
 * environment, else from the default: see the table in the README.
 *
 * <pre>{@code
 * Logger log = Logging.configure(LoggingOptions.forService("worker").format(Format.HUMAN).build());
 * }</pre>
 *
 * Immutable; equal when all options are.
 *
 * @param service the {@code service} field
 * @param env the {@code env} field
 * @param format how the console shows events
 * @param level the least severity that is written
 * @param samplingProviderStatus one in how many {@code provider:status} events is kept
 * @param file a file that gets every event as a JSON line
 * @param ingestionUrl where events are forwarded to
 * @param enableHttp whether they are
 * @param batchSize events per request
 * @param flushInterval how long an event waits for its batch
 */
public record LoggingOptions(
        String service,
        Optional<String> env,
        Optional<Format> format,
        Optional<Severity> level,
        Optional<Integer> samplingProviderStatus,
        Optional<Path> file,
        Optional<URI> ingestionUrl,
        Optional<Boolean> enableHttp,
        Optional<Integer> batchSize,
        Optional<Duration> flushInterval) {

    /**
     * Options that leave everything but the service open.
     *
     * @param service the component that emits, such as {@code api} or {@code worker}; not blank
     * @return a builder
     */
    public static Builder forService(String service) {
        return new Builder(service);
    }

    /** Builds {@link LoggingOptions}; each setter checks what it is given. Not safe for use by many threads. */
    public static final class Builder {

        private final String service;
        private Optional<String> env = Optional.empty();
        private Optional<Format> format = Optional.empty();
        private Optional<Severity> level = Optional.empty();
        private Optional<Integer> samplingProviderStatus = Optional.empty();
        private Optional<Path> file = Optional.empty();
        private Optional<URI> ingestionUrl = Optional.empty();
        private Optional<Boolean> enableHttp = Optional.empty();
        private Optional<Integer> batchSize = Optional.empty();
        private Optional<Duration> flushInterval = Optional.empty();

        private Builder(String service) {
            this.service = notBlank("service", service);
        }

        /**
         * The {@code env} field; {@code PIXSIM_ENV} and then {@code dev} when left open.
         *
         * @param env the deployment environment; not blank
         * @return this
         */
        public Builder env(String env) {
            this.env = Optional.of(notBlank("env", env));
            return this;
        }

        /**
         * How the console shows events; {@code PIXSIM_LOG_FORMAT} and then JSON when left open.
         *
         * @param format the format
         * @return this
         */
        public Builder format(Format format) {
            this.format = Optional.of(format);
            return this;
        }

        /**
         * The least severity that is written; {@code PIXSIM_LOG_LEVEL} and then INFO when left open.
         *
         * @param level the threshold
         * @return this
         */
        public Builder level(Severity level) {
            this.level = Optional.of(level);
            return this;
        }

        /**
         * Keeps one in so many {@code provider:status} events below warning, and the first of each job; {@code
         * PIXSIM_LOG_SAMPLING_PROVIDER_STATUS} and then 1 when left open.
         *
         * @param rate at least 1, which keeps all
         * @return this
         */
        public Builder samplingProviderStatus(int rate) {
            if (rate < 1) {
                throw new IllegalArgumentException("samplingProviderStatus < 1: " + rate);
            }
            this.samplingProviderStatus = Optional.of(rate);
            return this;
        }

        /**
         * A file that gets every event as a JSON line, after what it already holds. None when left open.
         *
         * @param file the file; its folder is made when it is missing
         * @return this
         */
        public Builder file(Path file) {
            this.file = Optional.of(file);
            return this;
        }

        /**
         * The ingest endpoint that events are forwarded to; {@code PIXSIM_LOG_INGESTION_URL} when left open. Needs {@code
         * pixsim-logging-http} on the class path.
         *
         * @param url {@code http} or {@code https}
         * @return this
         */
        public Builder ingestionUrl(URI url) {
            this.ingestionUrl = Optional.of(Forwarding.to(url).url());
            return this;
        }

        /**
         * Whether events are forwarded when there is a URL; {@code PIXSIM_LOG_ENABLE_HTTP} and then true when left open.
         *
         * @param enable false keeps events in the process and its files
         * @return this
         */
        public Builder enableHttp(boolean enable) {
            this.enableHttp = Optional.of(enable);
            return this;
        }

        /**
         * Events per request; {@code PIXSIM_LOG_INGESTION_BATCH_SIZE} and then 10 when left open.
         *
         * @param events 1 to 500
         * @return this
         */
        public Builder batchSize(int events) {
            if (events < 1 || events > Forwarding.MAX_BATCH_SIZE) {
                throw new IllegalArgumentException("batchSize not in 1.." + Forwarding.MAX_BATCH_SIZE + ": " + events);
            }
            this.batchSize = Optional.of(events);
            return this;
        }

        /**
         * How long an event waits at the most for its batch to fill; {@code PIXSIM_LOG_INGESTION_FLUSH_INTERVAL} and then
         * 5 seconds when left open.
         *
         * @param interval more than zero
         * @return this
         */
        public Builder flushInterval(Duration interval) {
            if (interval.isNegative() || interval.isZero()) {
                throw new IllegalArgumentException("flushInterval <= 0: " + interval);
            }
            this.flushInterval = Optional.of(interval);
            return this;
        }

        /**
         * The options.
         *
         * @return an immutable value
         */
        public LoggingOptions build() {
            return new LoggingOptions(
                    service,
                    env,
                    format,
                    level,
                    samplingProviderStatus,
                    file,
                    ingestionUrl,
                    enableHttp,
                    batchSize,
                    flushInterval);
        }

        private static String notBlank(String name, String value) {
            if (Objects.requireNonNull(value, name).isBlank()) {
                throw new IllegalArgumentException(name + " is blank");
            }
            return value;
        }
    }
}
