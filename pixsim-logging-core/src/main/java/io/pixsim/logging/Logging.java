package io.pixsim.logging;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import ch.qos.logback.classic.LoggerContext;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.FileStats;
import io.pixsim.logging.diagnostics.LoggingStats;
import io.pixsim.logging.diagnostics.RecorderStats;
import io.pixsim.logging.gate.Gate;
import io.pixsim.logging.gate.Threshold;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The front door. One call configures the process; after it, everything is plain SLF4J.
 *
 * <pre>{@code
 * Logger log = Logging.configure("worker");
 * try (var job = LogContext.job(123, "text_to_video", "pixverse")) {
 *     log.info(PIPELINE_START, "processing_started");
 * }
 * }</pre>
 *
 * What is left open is read from system properties and the environment. Nothing needs to be torn down: the end of main,
 * {@code System.exit} and SIGTERM deliver what waits, within five seconds. Safe for use by many threads; nothing here
 * throws, but for arguments that are null or blank.
 *
 * <p>The front door owns the root logger: its level and its appenders. Levels and appenders of other loggers, and turbo
 * filters, stay as they are.
 */
public final class Logging {

    private static final Duration REPLACED_DEADLINE = Duration.ofSeconds(5);
    private static final LoggingStats NO_STATS = new LoggingStats(
            0, 0, Map.of(), List.of(), 0, DeliveryStats.NONE, Map.of(), FileStats.NONE, RecorderStats.NONE);

    private static volatile @Nullable Installation installation;
    private static @Nullable Settings settings;

    private Logging() {}

    /**
     * Configures the process from its environment.
     *
     * @param service the component that emits, such as {@code api} or {@code worker}; not blank
     * @return the service's logger
     */
    public static Logger configure(String service) {
        return configure(LoggingOptions.forService(service).build());
    }

    /**
     * Configures the process. The same call again does nothing; other options replace the ones before, and no event is
     * lost or written twice meanwhile.
     *
     * @param options what the program decides itself
     * @return the service's logger
     */
    public static synchronized Logger configure(LoggingOptions options) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (!(factory instanceof LoggerContext context)) {
            Diagnostics.shared()
                    .setting("SLF4J is bound to " + factory.getClass().getName()
                            + ", not to Logback; events go where that sends them");
            return LoggerFactory.getLogger(options.chosen().service());
        }
        Settings wanted = Settings.resolve(options, Environment.ofProcess());
        Installation current = installation;
        boolean stands = current != null && current.belongsTo(context);
        if (current == null || !stands) {
            shutdown(REPLACED_DEADLINE);
            current = new Installation(context);
        }
        if (!stands || !wanted.equals(settings)) {
            current.apply(wanted);
        }
        installation = current;
        settings = wanted;
        return LoggerFactory.getLogger(options.chosen().service());
    }

    /**
     * Waits until what was logged before the call is delivered.
     *
     * @param deadline how long to wait at the most
     * @return what was delivered, and what was left undelivered
     */
    public static DeliveryResult flush(Duration deadline) {
        Installation current = installation;
        return current == null ? DeliveryResult.NOTHING : current.flush(deadline);
    }

    /**
     * Delivers what waits, then takes the configuration down: the root logger is left without appenders. Rarely needed,
     * since exit does it. A later {@link #configure} sets logging up again.
     *
     * @param deadline how long to wait at the most
     * @return what was delivered, and what was left undelivered
     */
    public static synchronized DeliveryResult shutdown(Duration deadline) {
        Installation current = installation;
        if (current == null) {
            return DeliveryResult.NOTHING;
        }
        DeliveryResult result = current.remove(deadline);
        settings = null;
        return result;
    }

    /**
     * The counters of the configuration that stands, or stood last.
     *
     * @return a snapshot
     */
    public static LoggingStats stats() {
        Installation current = installation;
        return current == null ? NO_STATS : current.stats();
    }

    /**
     * Where the events of a job are written, whether there are any yet or not.
     *
     * @param projectId the {@code project_id} field; null when the job has none
     * @param jobId the {@code job_id} field
     * @return the path of its file; empty when files of jobs are not configured
     */
    public static Optional<Path> jobLogPath(@Nullable String projectId, String jobId) {
        Objects.requireNonNull(jobId, "jobId");
        Installation current = installation;
        return current == null ? Optional.empty() : current.jobLogPath(projectId, jobId);
    }

    /**
     * Changes the least severity that is written, until it is changed again or other options are configured. Nothing
     * happens before logging is configured.
     *
     * @param level the threshold
     */
    public static void level(Severity level) {
        level(Logger.ROOT_LOGGER_NAME, level);
    }

    /**
     * Changes the least severity that is written of one logger and those below it.
     *
     * @param logger the logger's name
     * @param level the threshold
     */
    public static void level(String logger, Severity level) {
        Objects.requireNonNull(logger, "logger");
        Objects.requireNonNull(level, "level");
        Installation current = installation;
        if (current != null) {
            current.levels().set(logger, level);
        }
    }

    /**
     * Changes the least severity that is written of one job or one domain, whatever the level of the logger says: more
     * than that, or less. A job is closer than a domain. Other options that are configured later end it for a domain.
     *
     * <p>What asks first, such as {@code isDebugEnabled()} and the fluent API, learns of it where the job or the domain is
     * in the context. A thousand of each are remembered; beyond that, the one that ends first makes room.
     *
     * @param scope the job or the domain
     * @param level the threshold
     */
    public static void level(LevelScope scope, Severity level) {
        setLevel(scope, Threshold.of(level), null);
    }

    /**
     * Changes it for a while, without a thread or a timer.
     *
     * <pre>{@code
     * Logging.level(forJob(123), DEBUG, Duration.ofMinutes(10));
     * }</pre>
     *
     * @param scope the job or the domain, as in {@link #level(LevelScope, Severity)}
     * @param level the threshold
     * @param time how long
     */
    public static void level(LevelScope scope, Severity level, Duration time) {
        setLevel(scope, Threshold.of(level), Objects.requireNonNull(time, "time"));
    }

    /**
     * Writes nothing of one job or one domain.
     *
     * @param scope the job or the domain, as in {@link #level(LevelScope, Severity)}
     */
    public static void off(LevelScope scope) {
        setLevel(scope, Threshold.OFF, null);
    }

    /**
     * Goes back to what holds without {@link #level(LevelScope, Severity)} and {@link #off}.
     *
     * @param scope the job or the domain
     */
    public static void resetLevel(LevelScope scope) {
        Gate gate = gate(scope);
        if (gate == null) {
            return;
        }
        if (scope.isJob()) {
            gate.resetJob(scope.key());
        } else {
            gate.resetDomain(scope.key());
        }
    }

    private static void setLevel(LevelScope scope, Threshold threshold, @Nullable Duration time) {
        Gate gate = gate(scope);
        if (gate == null) {
            return;
        }
        if (scope.isJob()) {
            gate.jobLevel(scope.key(), threshold, time);
        } else {
            gate.domainLevel(scope.key(), threshold, time);
        }
    }

    private static @Nullable Gate gate(LevelScope scope) {
        Objects.requireNonNull(scope, "scope");
        Installation current = installation;
        return current == null ? null : current.gate();
    }
}
