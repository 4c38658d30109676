package io.pixsim.logging.logback;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.SuppressReason;
import io.pixsim.logging.gate.Decision;
import io.pixsim.logging.gate.Gate;
import io.pixsim.logging.gate.GateRules;
import io.pixsim.logging.gate.Notice;
import io.pixsim.logging.gate.PathRules;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.DefaultLoggingEvent;
import org.slf4j.event.KeyValuePair;

/**
 * Asks the gate once per event, for all sinks alike, and before the event exists. Put it last among the turbo filters:
 *
 * <pre>{@code
 * <turboFilter class="io.pixsim.logging.logback.GateTurboFilter">
 *   <samplingProviderStatus>5</samplingProviderStatus>
 * </turboFilter>
 * }</pre>
 *
 * Mere probes such as {@code isInfoEnabled()}, which Logback asks a turbo filter too, do not count; nor does the probe
 * that precedes an event of the fluent API. Where the level of a job or a domain shows more than the logger's, they are
 * accepted; the job and the domain of a probe are those of its context, as the event is not there yet.
 *
 * <p>Safe for use by many threads.
 */
public final class GateTurboFilter extends TurboFilter {

    private final Gate gate;

    /** A filter that lets everything through until it is told otherwise. */
    public GateTurboFilter() {
        this(new Gate(System::nanoTime, InstantSource.system()));
    }

    /**
     * A filter that asks a gate.
     *
     * @param gate the gate
     */
    public GateTurboFilter(Gate gate) {
        this.gate = gate;
    }

    /**
     * Keeps one in so many {@code provider:status} events below warning, and the first of each job.
     *
     * @param rate 1 keeps all; less is taken as 1
     */
    public void setSamplingProviderStatus(int rate) {
        gate.use(new GateRules(
                Map.of(),
                PathRules.NONE,
                GateRules.SamplingRules.stages(Map.of(Stage.PROVIDER_STATUS.getName(), Math.max(1, rate)))));
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
        Notices.write(logger, notices);
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            @Nullable Object @Nullable [] params,
            @Nullable Throwable thrown) {
        if (gate.isOpen()) {
            return FilterReply.NEUTRAL;
        }
        boolean loggable = Levels.isLoggable(logger, level);
        if (!loggable && !mayShow(level)) {
            return FilterReply.NEUTRAL;
        }
        LogbackCall call = LogbackCall.of(logger, level, marker, format, params);
        try {
            if (format == null && params == null && thrown == null) {
                return !loggable && gate.shows(call) ? FilterReply.ACCEPT : FilterReply.NEUTRAL;
            }
            Decision decision = gate.decide(call, loggable);
            Notices.write(logger, decision.notices());
            if (decision.kept() && decision.standsForOthers()) {
                callWithWhatItStandsFor(marker, logger, level, format, params, thrown, decision);
                return FilterReply.DENY;
            }
            return decision.kept() && !loggable ? FilterReply.ACCEPT : reply(decision);
        } catch (RuntimeException e) {
            return undecided(e);
        } finally {
            call.release();
        }
    }

    @Override
    public FilterReply decide(Logger logger, org.slf4j.event.LoggingEvent event) {
        Level level = Level.convertAnSLF4JLevel(event.getLevel());
        if (gate.isOpen()) {
            return FilterReply.NEUTRAL;
        }
        boolean loggable = Levels.isLoggable(logger, level);
        if (!loggable && !mayShow(level)) {
            return FilterReply.NEUTRAL;
        }
        LogbackCall call = LogbackCall.of(logger, level, event);
        try {
            Decision decision = gate.decide(call, loggable);
            Notices.write(logger, decision.notices());
            if (decision.kept() && decision.standsForOthers() && event instanceof DefaultLoggingEvent fluent) {
                Notices.standsFor(decision, fluent::addKeyValue);
            }
            return reply(decision);
        } catch (RuntimeException e) {
            return undecided(e);
        } finally {
            call.release();
        }
    }

    /** What is finer than debug no override shows: a job's debug level is to be bearable. */
    private boolean mayShow(Level level) {
        return level.isGreaterOrEqual(Level.DEBUG) && gate.mayShow(Severity.of(Levels.toSlf4j(level), true));
    }

    /** Whatever a call holds, its caller never learns of it: the event is written as if there were no gate. */
    private static FilterReply undecided(RuntimeException e) {
        Diagnostics.shared()
                .trouble("an event could not be judged and is written: "
                        + e.getClass().getName());
        return FilterReply.NEUTRAL;
    }

    private static FilterReply reply(Decision decision) {
        return decision.kept() ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    /**
     * A plain call has no place for a field before its event exists, so a kept one that stands for others is logged here,
     * with what it stands for, and denied to the caller's own path.
     */
    private static void callWithWhatItStandsFor(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            @Nullable Object @Nullable [] params,
            @Nullable Throwable thrown,
            Decision decision) {
        LoggingEvent event = new LoggingEvent(Logger.FQCN, logger, level, format, thrown, params);
        if (marker != null) {
            event.addMarker(marker);
        }
        Notices.standsFor(decision, (key, value) -> event.addKeyValuePair(new KeyValuePair(key, value)));
        logger.callAppenders(event);
    }
}
