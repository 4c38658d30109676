package io.pixsim.logging.logback;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.pixsim.logging.context.JobScopes;
import io.pixsim.logging.diagnostics.SuppressReason;
import io.pixsim.logging.gate.Gate;
import io.pixsim.logging.gate.GateRules;
import io.pixsim.logging.gate.Notice;
import io.pixsim.logging.testing.TestScope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Asks the gate once per event, for all sinks alike, and before the event exists. Put it last among the turbo filters;
 * every setting may be left out, and each means what the environment variable of the front door means:
 *
 * <pre>{@code
 * <turboFilter class="io.pixsim.logging.logback.GateTurboFilter">
 *   <domains>generation:INFO,account:DEBUG,cron:OFF</domains>
 *   <samplingProviderStatus>5</samplingProviderStatus>
 *   <sampleStages>retry:decision:10</sampleStages>
 *   <sampleJobs>1</sampleJobs>
 *   <rateLimit>100</rateLimit>
 *   <collapseDuplicates>2.0</collapseDuplicates>
 *   <collapsePolling>true</collapsePolling>
 *   <excludePaths>/health,/api/v1/jobs/{id}</excludePaths>
 *   <samplePaths>/status:50</samplePaths>
 *   <slowRequest>1.0</slowRequest>
 *   <jobSummaries>true</jobSummaries>
 * </turboFilter>
 * }</pre>
 *
 * Mere probes such as {@code isInfoEnabled()}, which Logback asks a turbo filter too, do not count; nor does the probe
 * that precedes an event of the fluent API. Where the level of a job or a domain shows more than the logger's, they are
 * accepted; the job and the domain of a probe are those of its context, as the event is not there yet. What it lets through
 * it guards as a {@link FailureGuardTurboFilter} does. What it holds back and has not told, it tells when its context stops or is
 * configured anew.
 *
 * <p>Safe for use by many threads.
 */
public final class GateTurboFilter extends TurboFilter {

    private final Gate gate;
    private final GateXml settings = new GateXml();
    private final CallJudge judge;
    private final Consumer<String> scopes = this::scopesClosed;
    private boolean configuredHere;

    /** A filter to be configured and started. */
    public GateTurboFilter() {
        this(new Gate(TestScope.currentNanoClock(), TestScope.currentClock()));
        this.configuredHere = true;
    }

    /**
     * A filter that asks a gate, which goes by its own rules unless one is set here.
     *
     * @param gate the gate
     */
    public GateTurboFilter(Gate gate) {
        this.gate = gate;
        this.judge = new CallJudge(gate);
    }

    /** Takes the defaults for what was not set, and tells what was set wrong. */
    @Override
    public void start() {
        if (configuredHere) {
            use(settings.rules());
            settings.complain(this::addWarn);
        }
        if (!isStarted()) {
            JobScopes.listen(scopes);
            if (configuredHere && getContext() != null) {
                getContext().register(this); // so that it is stopped before the appenders are
            }
        }
        super.start();
    }

    /** Where no front door does, tells what is left to be told. */
    @Override
    public void stop() {
        if (isStarted() && configuredHere && getContext() instanceof LoggerContext loggers) {
            judge.closing(loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME));
        }
        super.stop();
        JobScopes.forget(scopes);
    }

    private void scopesClosed(String jobId) {
        if (getContext() instanceof LoggerContext loggers) {
            judge.scopesClosed(loggers, jobId);
        }
    }

    /**
     * Sets levels by the {@code domain} field.
     *
     * @param levels {@code domain:LEVEL} or {@code domain:OFF}, with commas between; none unless set
     */
    public void setDomains(String levels) {
        set(xml -> xml.domains(levels));
    }

    /**
     * Keeps one in so many {@code provider:status} events below warning, and the first of each job.
     *
     * @param rate 1, which keeps all, or more
     */
    public void setSamplingProviderStatus(int rate) {
        set(xml -> xml.samplingProviderStatus(rate));
    }

    /**
     * Keeps one in so many events below warning of any stage, and the first of each job.
     *
     * @param rates {@code stage:rate} pairs with commas between; none unless set
     */
    public void setSampleStages(String rates) {
        set(xml -> xml.sampleStages(rates));
    }

    /**
     * Keeps one in so many jobs as a whole; of the others, what is warning or above.
     *
     * @param rate 1, which keeps all, or more
     */
    public void setSampleJobs(int rate) {
        set(xml -> xml.sampleJobs(rate));
    }

    /**
     * Limits the events of one message pattern below warning.
     *
     * @param perSecond events a second, 1 or more; no limit unless set
     */
    public void setRateLimit(int perSecond) {
        set(xml -> xml.rateLimit(perSecond));
    }

    /**
     * Holds back an event of a job that says the same again, and tells all of them as one.
     *
     * @param seconds for how long, above 0, up to 3600, with a fraction; not at all unless set
     */
    public void setCollapseDuplicates(String seconds) {
        set(xml -> xml.collapseDuplicates(seconds));
    }

    /**
     * Keeps of {@code provider:status} what changes, unchanged polls ever more rarely, and one event at the end.
     *
     * @param collapse false unless set
     */
    public void setCollapsePolling(boolean collapse) {
        set(xml -> xml.collapsePolling(collapse));
    }

    /**
     * Sets the paths whose request events are dropped.
     *
     * @param templates paths with commas between, <code>{id}</code> for any segment, or {@code none}; {@code
     *     /health} unless set
     */
    public void setExcludePaths(String templates) {
        set(xml -> xml.excludePaths(templates));
    }

    /**
     * Keeps one in so many request events of a path.
     *
     * @param rates {@code path:rate} pairs with commas between; none unless set
     */
    public void setSamplePaths(String rates) {
        set(xml -> xml.samplePaths(rates));
    }

    /**
     * Sets when a request is slow; slow and failed ones are always written.
     *
     * @param seconds above 0, up to 3600, with a fraction; 1.0 unless set
     */
    public void setSlowRequest(String seconds) {
        set(xml -> xml.slowRequest(seconds));
    }

    /**
     * Sets whether an event tells, when a job ends, what it came to.
     *
     * @param summaries true unless set
     */
    public void setJobSummaries(boolean summaries) {
        set(xml -> xml.jobSummaries(summaries));
    }

    /**
     * Sets what keeps the events of jobs that the root's level hides, until an error has them written.
     *
     * @param recorder a {@code io.pixsim.logging.jobs.FlightRecorder}; null and the default for none
     */
    public void setRecorder(@Nullable JobRecorder recorder) {
        judge.record(recorder);
    }

    private void set(Consumer<GateXml> setting) {
        setting.accept(settings);
        configuredHere = true;
        use(settings.rules());
    }

    private void use(GateRules rules) {
        List<Notice> left = gate.use(rules);
        if (getContext() instanceof LoggerContext loggers) {
            judge.tell(loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME), left);
        }
    }

    /**
     * How many events were held back so far.
     *
     * @return the counts by reason; a reason without events is absent
     */
    public Map<SuppressReason, Long> suppressed() {
        return gate.suppressed();
    }

    /**
     * Writes what is left to be told, such as losses at the end.
     *
     * @param logger the logger whose appenders get it
     * @param notices the events
     */
    public void tell(Logger logger, List<Notice> notices) {
        judge.tell(logger, notices);
    }

    /** Whether a call may be written or kept though its logger hides it. */
    boolean looksAtHidden() {
        return judge.looksAtHidden();
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            @Nullable Object @Nullable [] params,
            @Nullable Throwable thrown) {
        boolean loggable = Levels.isLoggable(logger, level);
        boolean probe = format == null && params == null && thrown == null;
        boolean asItIs = loggable ? probe || judge.keeps(marker, level, format, params) : !judge.looksAtHidden();
        FilterReply reply =
                asItIs ? FilterReply.NEUTRAL : judge.judge(marker, logger, level, loggable, format, params, thrown);
        boolean seen = loggable ? reply != FilterReply.DENY : reply == FilterReply.ACCEPT;
        if (!seen || ReadableFailure.isSafe(CallEvents.failure(params, thrown))) {
            return reply;
        }
        logger.callAppenders(CallEvents.of(marker, logger, level, format, params, thrown));
        return FilterReply.DENY;
    }

    @Override
    public FilterReply decide(Logger logger, org.slf4j.event.LoggingEvent event) {
        FilterReply reply = judge.keeps(event) ? FilterReply.NEUTRAL : judge.judge(logger, event);
        if (reply == FilterReply.DENY || ReadableFailure.isSafe(CallEvents.failure(event))) {
            return reply;
        }
        Level level = Level.convertAnSLF4JLevel(event.getLevel());
        logger.callAppenders(CallEvents.of(logger, level, event));
        return FilterReply.DENY;
    }
}
