package io.pixsim.logging;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

import io.pixsim.logging.catalog.Names;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.redact.RedactionPolicy;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.Forwarding;

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

    private final Choices chosen;

    private LoggingOptions(Choices chosen) {
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

    Choices chosen() {
        return chosen;
    }

    /** Builds {@link LoggingOptions}; each setter checks what it is given. Not safe for use by many threads. */
    public static final class Builder {

        private final Choices chosen;

        private Builder(String service) {
            this.chosen = new Choices(Checks.notBlank("service", service));
        }

        /**
         * The {@code env} field; {@code PIXSIM_ENV} and then {@code dev} when left open.
         *
         * @param env the deployment environment; not blank
         * @return this
         */
        public Builder env(String env) {
            chosen.env = Checks.notBlank("env", env);
            return this;
        }

        /**
         * How the console shows events; {@code PIXSIM_LOG_FORMAT} and then JSON when left open.
         *
         * @param format the format
         * @return this
         */
        public Builder format(Format format) {
            chosen.format = Objects.requireNonNull(format, "format");
            return this;
        }

        /**
         * What fields and levels are called in the JSON lines of console and files; {@code PIXSIM_LOG_NAMES} and then {@code
         * PIXSIM} when left open. What is forwarded has the catalog's names whatever this says.
         *
         * @param names the names
         * @return this
         */
        public Builder names(Names names) {
            chosen.names = Objects.requireNonNull(names, "names");
            return this;
        }

        /**
         * Whether levels are in upper case in the JSON lines of console and files, for viewers that compare them so; {@code
         * PIXSIM_LOG_UPPER_CASE_LEVELS} and then false when left open. What is forwarded has them in lower case whatever this
         * says.
         *
         * @param upperCase true for {@code WARNING} in place of {@code warning}
         * @return this
         */
        public Builder upperCaseLevels(boolean upperCase) {
            chosen.upperCaseLevels = upperCase;
            return this;
        }

        /**
         * The least severity that is written; {@code PIXSIM_LOG_LEVEL} and then INFO when left open.
         *
         * @param level the threshold
         * @return this
         */
        public Builder level(Severity level) {
            chosen.level = Objects.requireNonNull(level, "level");
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
            chosen.samplingProviderStatus = Checks.atLeastOne("samplingProviderStatus", rate);
            return this;
        }

        /**
         * Which events are written, in more detail: domains, sampling, paths.
         *
         * @param gate the options
         * @return this
         */
        public Builder gate(GateOptions gate) {
            chosen.gate = Objects.requireNonNull(gate, "gate");
            return this;
        }

        /**
         * What is hidden. The keys of {@code PIXSIM_LOG_REDACT_KEYS} are added to it; other variables count without it.
         *
         * @param policy the policy
         * @return this
         */
        public Builder redaction(RedactionPolicy policy) {
            chosen.redaction = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * A file that gets every event as a JSON line before the logging call returns. None when left open.
         *
         * @param file the file; its folder is made when it is missing
         * @return this
         */
        public Builder file(Path file) {
            chosen.file = Objects.requireNonNull(file, "file");
            return this;
        }

        /**
         * Files that are rotated, and files of jobs.
         *
         * @param options the options
         * @return this
         */
        public Builder files(FileOptions options) {
            chosen.files = Objects.requireNonNull(options, "options");
            return this;
        }

        /**
         * What logging does with the JVM around it.
         *
         * @param options the options
         * @return this
         */
        public Builder jvm(JvmOptions options) {
            chosen.jvm = Objects.requireNonNull(options, "options");
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
            chosen.ingestionUrl = Forwarding.to(url).url();
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
            chosen.endpoint = Objects.requireNonNull(options, "options");
            return this;
        }

        /**
         * Whether events are forwarded when there is a URL; {@code PIXSIM_LOG_ENABLE_HTTP} and then true when left open.
         *
         * @param enable false keeps events in the process and its files
         * @return this
         */
        public Builder enableHttp(boolean enable) {
            chosen.enableHttp = enable;
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
            chosen.batchSize = Checks.inRange("batchSize", events, 1, Forwarding.MAX_BATCH_SIZE);
            return this;
        }

        /**
         * How long an event waits at the most; {@code PIXSIM_LOG_INGESTION_FLUSH_INTERVAL} and then 5 s when left open.
         *
         * @param interval more than zero
         * @return this
         */
        public Builder flushInterval(Duration interval) {
            chosen.flushInterval = Checks.moreThanZero("flushInterval", interval);
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
            chosen.spoolFolder = Objects.requireNonNull(folder, "folder");
            return this;
        }

        /**
         * The options as they stand now.
         *
         * @return an immutable value
         */
        public LoggingOptions build() {
            return new LoggingOptions(chosen.copy());
        }
    }
}
