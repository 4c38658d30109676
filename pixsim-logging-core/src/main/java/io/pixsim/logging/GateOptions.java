package io.pixsim.logging;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.gate.Threshold;
import io.pixsim.logging.jobs.FlightRecorder;
import org.jspecify.annotations.Nullable;

/**
 * What the program itself decides about which events are written. What it leaves open is taken from a system property,
 * else from the environment, else from the default: see the table in the README.
 *
 * <pre>{@code
 * GateOptions.builder().domainLevel("account", Severity.DEBUG).domainOff("cron").build()
 * }</pre>
 *
 * Immutable.
 */
public final class GateOptions {

    private final Map<String, Threshold> domains;
    private final Map<String, Integer> stages;
    private final Optional<Integer> jobs;
    private final Optional<Integer> perSecond;
    private final Optional<Duration> duplicates;
    private final Optional<Boolean> polling;
    private final Optional<Boolean> jobSummaries;
    private final Optional<Long> recordedBytes;

    private final Optional<List<String>> excludePaths;
    private final Map<String, Integer> paths;
    private final Optional<Duration> slowRequest;

    private GateOptions(Builder chosen) {
        this.excludePaths = Optional.ofNullable(chosen.excludePaths);
        this.paths = new LinkedHashMap<>(chosen.paths);
        this.slowRequest = Optional.ofNullable(chosen.slowRequest);
        this.domains = Map.copyOf(chosen.domains);
        this.stages = Map.copyOf(chosen.stages);
        this.jobs = Optional.ofNullable(chosen.jobs);
        this.perSecond = Optional.ofNullable(chosen.perSecond);
        this.duplicates = Optional.ofNullable(chosen.duplicates);
        this.polling = Optional.ofNullable(chosen.polling);
        this.jobSummaries = Optional.ofNullable(chosen.jobSummaries);
        this.recordedBytes = Optional.ofNullable(chosen.recordedBytes);
    }

    /**
     * Options that leave everything open.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    Optional<Map<String, Threshold>> domains() {
        return Optional.of(domains).filter(chosen -> !chosen.isEmpty());
    }

    Optional<Map<String, Integer>> stages() {
        return Optional.of(stages).filter(chosen -> !chosen.isEmpty());
    }

    Optional<Integer> jobs() {
        return jobs;
    }

    Optional<Integer> perSecond() {
        return perSecond;
    }

    Optional<Duration> duplicates() {
        return duplicates;
    }

    Optional<Boolean> polling() {
        return polling;
    }

    Optional<Boolean> jobSummaries() {
        return jobSummaries;
    }

    Optional<Long> recordedBytes() {
        return recordedBytes;
    }

    Optional<List<String>> excludePaths() {
        return excludePaths;
    }

    Optional<Map<String, Integer>> paths() {
        return Optional.of(paths).filter(chosen -> !chosen.isEmpty());
    }

    Optional<Duration> slowRequest() {
        return slowRequest;
    }

    /** Builds {@link GateOptions}; each setter checks what it is given. Not safe for use by many threads. */
    public static final class Builder {

        private final Map<String, Threshold> domains = new LinkedHashMap<>();

        private final Map<String, Integer> stages = new LinkedHashMap<>();
        private final Map<String, Integer> paths = new LinkedHashMap<>();
        private @Nullable List<String> excludePaths;
        private @Nullable Duration slowRequest;
        private @Nullable Integer jobs;
        private @Nullable Integer perSecond;
        private @Nullable Duration duplicates;
        private @Nullable Boolean polling;
        private @Nullable Boolean jobSummaries;
        private @Nullable Long recordedBytes;

        private Builder() {}

        /**
         * From which severity on events of a domain are written, whatever the level of their logger says: more than
         * that, or less. Takes the place of {@code PIXSIM_LOG_DOMAINS} as a whole.
         *
         * @param domain the {@code domain} field, exactly; not blank
         * @param level the least severity that is written
         * @return this
         */
        public Builder domainLevel(String domain, Severity level) {
            domains.put(Checks.notBlank("domain", domain), Threshold.of(Objects.requireNonNull(level, "level")));
            return this;
        }

        /**
         * Writes nothing of a domain. Takes the place of {@code PIXSIM_LOG_DOMAINS} as a whole.
         *
         * @param domain the {@code domain} field, exactly; not blank
         * @return this
         */
        public Builder domainOff(String domain) {
            domains.put(Checks.notBlank("domain", domain), Threshold.OFF);
            return this;
        }

        /**
         * Holds back request events of these paths, unless they were slow or failed; {@code PIXSIM_LOG_EXCLUDE_PATHS} and
         * then {@code /health} when left open.
         *
         * @param templates paths, in which <code>{id}</code> stands for one segment; none excludes nothing
         * @return this
         */
        public Builder excludePaths(String... templates) {
            this.excludePaths = List.of(templates);
            return this;
        }

        /**
         * Keeps one in so many request events of a path, and all that were slow or failed. Takes the place of {@code
         * PIXSIM_LOG_SAMPLE_PATHS} as a whole.
         *
         * @param template the path, in which <code>{id}</code> stands for one segment; not blank
         * @param rate at least 1, which keeps all
         * @return this
         */
        public Builder samplePath(String template, int rate) {
            paths.put(Checks.notBlank("template", template), Checks.atLeastOne("rate", rate));
            return this;
        }

        /**
         * From which {@code duration_ms} on a request is slow; {@code PIXSIM_LOG_SLOW_REQUEST} and then one second when
         * left open.
         *
         * @param duration more than zero
         * @return this
         */
        public Builder slowRequest(Duration duration) {
            this.slowRequest = Checks.moreThanZero("slowRequest", duration);
            return this;
        }

        /**
         * Keeps one in so many events of a stage below warning: the first of each job, and the last before the job goes
         * to another stage. Takes the place of {@code PIXSIM_LOG_SAMPLE_STAGES} as a whole.
         *
         * @param stage the stage
         * @param rate at least 1, which keeps all
         * @return this
         */
        public Builder sampleStage(Stage stage, int rate) {
            stages.put(stage.getName(), Checks.atLeastOne("rate", rate));
            return this;
        }

        /**
         * Keeps one in so many jobs as a whole, the same ones in every process, and of the others what is warning or
         * above; {@code PIXSIM_LOG_SAMPLE_JOBS} and then 1 when left open.
         *
         * @param rate at least 1, which keeps all
         * @return this
         */
        public Builder sampleJobs(int rate) {
            this.jobs = Checks.atLeastOne("rate", rate);
            return this;
        }

        /**
         * Keeps so many events a second of one message pattern below warning, and as many at once; {@code
         * PIXSIM_LOG_RATE_LIMIT} and then no limit when left open.
         *
         * @param perSecond at least 1
         * @return this
         */
        public Builder rateLimit(int perSecond) {
            this.perSecond = Checks.atLeastOne("perSecond", perSecond);
            return this;
        }

        /**
         * Holds back events below warning of one job that say the same again within a while, and tells how many there
         * were; {@code PIXSIM_LOG_COLLAPSE_DUPLICATES} and then none when left open.
         *
         * @param window more than zero
         * @return this
         */
        public Builder collapseDuplicates(Duration window) {
            this.duplicates = Checks.moreThanZero("window", window);
            return this;
        }

        /**
         * Keeps of {@code provider:status} what changes, and unchanged polls ever more rarely, and tells how many there
         * were when the job leaves the stage; {@code PIXSIM_LOG_COLLAPSE_POLLING} and then false when left open. Takes the
         * place of sampling in this stage. What a poll found is its field {@code status}, else {@code state}, else its
         * message.
         *
         * @param collapse true to do so
         * @return this
         */
        public Builder collapsePolling(boolean collapse) {
            this.polling = collapse;
            return this;
        }

        /**
         * Whether an event tells, when a job ends, what it came to; {@code PIXSIM_LOG_JOB_SUMMARY} and then true when left
         * open.
         *
         * @param summaries false writes none
         * @return this
         */
        public Builder jobSummaries(boolean summaries) {
            this.jobSummaries = summaries;
            return this;
        }

        /**
         * Keeps the last events of each job that the level hides, and writes them when the job fails; {@code
         * PIXSIM_LOG_RECORDER} when left open, and then nothing is kept.
         *
         * @param bytesPerJob 0, which keeps nothing, or at least 4,096
         * @return this
         */
        public Builder recordJobs(long bytesPerJob) {
            if (bytesPerJob != 0 && bytesPerJob < FlightRecorder.LEAST_JOB_BYTES) {
                throw new IllegalArgumentException(
                        "bytesPerJob < " + FlightRecorder.LEAST_JOB_BYTES + ": " + bytesPerJob);
            }
            this.recordedBytes = bytesPerJob;
            return this;
        }

        /**
         * The options as they stand now.
         *
         * @return an immutable value
         */
        public GateOptions build() {
            return new GateOptions(this);
        }
    }
}
