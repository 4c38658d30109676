package io.pixsim.logging;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.redact.RedactionPolicy;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.Forwarding;
import org.jspecify.annotations.Nullable;

/**
 * What the program itself decides about its logging. What it leaves open is taken from a system property, else from the
 * environment, else from the default: see the table in the README.
 *
 * <pre>{@code
 * Logger log = Logging.configure(LoggingOptions.forService("worker").format(Format.HUMAN).build());
 * }</pre>
 *
 * Immutable.
 */
public final class LoggingOptions {

    private final Builder chosen;

    private LoggingOptions(Builder chosen) {
        this.chosen = chosen;
    }

    /**
     * Options that leave everything but the service open.
     *
     * @param service the component that emits, such as {@code api} or {@code worker}; not blank
     * @return a builder
     */
    public static Builder forService(String service) {
        return new Builder(service);
    }

    String service() {
        return chosen.service;
    }

    Optional<String> env() {
        return Optional.ofNullable(chosen.env);
    }

    Optional<Format> format() {
        return Optional.ofNullable(chosen.format);
    }

    Optional<Severity> level() {
        return Optional.ofNullable(chosen.level);
    }

    Optional<Integer> samplingProviderStatus() {
        return Optional.ofNullable(chosen.samplingProviderStatus);
    }

    Optional<GateOptions> gate() {
        return Optional.ofNullable(chosen.gate);
    }

    Optional<RedactionPolicy> redaction() {
        return Optional.ofNullable(chosen.redaction);
    }

    Optional<Path> file() {
        return Optional.ofNullable(chosen.file);
    }

    FileOptions files() {
        return chosen.files;
    }

    JvmOptions jvm() {
        return chosen.jvm;
    }

    ForwardingChoice forwarding() {
        return new ForwardingChoice(
                Optional.ofNullable(chosen.ingestionUrl),
                chosen.endpoint,
                Optional.ofNullable(chosen.enableHttp),
                Optional.ofNullable(chosen.batchSize),
                Optional.ofNullable(chosen.flushInterval),
                Optional.ofNullable(chosen.spoolFolder));
    }

    /** Builds {@link LoggingOptions}; each setter checks what it is given. Not safe for use by many threads. */
    public static final class Builder implements Cloneable {

        private final String service;
        private @Nullable String env;
        private @Nullable Format format;
        private @Nullable Severity level;
        private @Nullable Integer samplingProviderStatus;
        private @Nullable GateOptions gate;
        private @Nullable RedactionPolicy redaction;
        private @Nullable Path file;
        private FileOptions files = FileOptions.builder().build();
        private JvmOptions jvm = JvmOptions.builder().build();
        private @Nullable URI ingestionUrl;
        private EndpointOptions endpoint = EndpointOptions.DEFAULT;
        private @Nullable Boolean enableHttp;
        private @Nullable Integer batchSize;
        private @Nullable Duration flushInterval;
        private @Nullable Path spoolFolder;

        private Builder(String service) {
            this.service = Checks.notBlank("service", service);
        }

        /**
         * The {@code env} field; {@code PIXSIM_ENV} and then {@code dev} when left open.
         *
         * @param env the deployment environment; not blank
         * @return this
         */
        public Builder env(String env) {
            this.env = Checks.notBlank("env", env);
            return this;
        }

        /**
         * How the console shows events; {@code PIXSIM_LOG_FORMAT} and then JSON when left open.
         *
         * @param format the format
         * @return this
         */
        public Builder format(Format format) {
            this.format = Objects.requireNonNull(format, "format");
            return this;
        }

        /**
         * The least severity that is written; {@code PIXSIM_LOG_LEVEL} and then INFO when left open.
         *
         * @param level the threshold
         * @return this
         */
        public Builder level(Severity level) {
            this.level = Objects.requireNonNull(level, "level");
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
            this.samplingProviderStatus = Checks.atLeastOne("samplingProviderStatus", rate);
            return this;
        }

        /**
         * Which events are written, in more detail: domains, sampling, paths.
         *
         * @param gate the options
         * @return this
         */
        public Builder gate(GateOptions gate) {
            this.gate = Objects.requireNonNull(gate, "gate");
            return this;
        }

        /**
         * What is hidden. The keys of {@code PIXSIM_LOG_REDACT_KEYS} are added to it; other variables count without it.
         *
         * @param policy the policy
         * @return this
         */
        public Builder redaction(RedactionPolicy policy) {
            this.redaction = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * A file that gets every event as a JSON line before the logging call returns. None when left open.
         *
         * @param file the file; its folder is made when it is missing
         * @return this
         */
        public Builder file(Path file) {
            this.file = Objects.requireNonNull(file, "file");
            return this;
        }

        /**
         * Files that are rotated, and files of jobs.
         *
         * @param options the options
         * @return this
         */
        public Builder files(FileOptions options) {
            this.files = Objects.requireNonNull(options, "options");
            return this;
        }

        /**
         * What logging does with the JVM around it.
         *
         * @param options the options
         * @return this
         */
        public Builder jvm(JvmOptions options) {
            this.jvm = Objects.requireNonNull(options, "options");
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
            this.ingestionUrl = Forwarding.to(url).url();
            return this;
        }

        /**
         * How the ingest endpoint is spoken to; {@code PIXSIM_LOG_INGESTION_FORMAT}, {@code PIXSIM_LOG_INGESTION_TOKEN} and
         * {@code PIXSIM_LOG_INGESTION_IN_FLIGHT} fill what is left open.
         *
         * @param options the options
         * @return this
         */
        public Builder endpoint(EndpointOptions options) {
            this.endpoint = Objects.requireNonNull(options, "options");
            return this;
        }

        /**
         * Whether events are forwarded when there is a URL; {@code PIXSIM_LOG_ENABLE_HTTP} and then true when left open.
         *
         * @param enable false keeps events in the process and its files
         * @return this
         */
        public Builder enableHttp(boolean enable) {
            this.enableHttp = enable;
            return this;
        }

        /**
         * The most events per request; {@code PIXSIM_LOG_INGESTION_BATCH_SIZE} when left open, and then as many as load and
         * endpoint make sensible.
         *
         * @param events 1 to 500
         * @return this
         */
        public Builder batchSize(int events) {
            this.batchSize = Checks.inRange("batchSize", events, 1, Forwarding.MAX_BATCH_SIZE);
            return this;
        }

        /**
         * How long an event waits at the most; {@code PIXSIM_LOG_INGESTION_FLUSH_INTERVAL} and then 5 s when left open.
         *
         * @param interval more than zero
         * @return this
         */
        public Builder flushInterval(Duration interval) {
            this.flushInterval = Checks.moreThanZero("flushInterval", interval);
            return this;
        }

        /**
         * A folder where events wait until they are delivered, and outlive the process; {@code PIXSIM_LOG_SPOOL_DIR} when
         * left open, and then memory. Several processes may share it.
         *
         * @param folder the folder; made when it is missing
         * @return this
         */
        public Builder spoolFolder(Path folder) {
            this.spoolFolder = Objects.requireNonNull(folder, "folder");
            return this;
        }

        /**
         * The options as they stand now.
         *
         * @return an immutable value
         */
        public LoggingOptions build() {
            try {
                return new LoggingOptions((Builder) clone());
            } catch (CloneNotSupportedException e) { // it is
                throw new IllegalStateException(e);
            }
        }
    }
}
