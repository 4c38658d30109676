package io.pixsim.logging.logback;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.context.JobScopes;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.SuppressReason;
import io.pixsim.logging.gate.Decision;
import io.pixsim.logging.gate.Gate;
import io.pixsim.logging.gate.Notice;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.DefaultLoggingEvent;
import org.slf4j.event.KeyValuePair;

/**
 * Asks the gate about calls of Logback's, and has done what follows: writes its notices, and has a recorder keep what is
 * hidden, and write it before an error. Safe for use by many threads.
 */
final class CallJudge {

    /** What tells of ended jobs; its level holds for them. */
    static final String JOBS_LOGGER = "io.pixsim.logging.jobs";

    private final Gate gate;
    private final ThreadLocal<Boolean> recording = new ThreadLocal<>();
    private volatile @Nullable JobRecorder recorder;

    CallJudge(Gate gate) {
        this.gate = gate;
    }

    void record(@Nullable JobRecorder with) {
        recorder = with;
        gate.watchJobs(with != null);
    }

    /** Whether a call that its level shows is written as it is, whoever judges it. */
    boolean keeps(@Nullable Marker marker, Level level, @Nullable String format, @Nullable Object @Nullable [] params) {
        if (gate.isOpen()) {
            return true;
        }
        return gate.judgesRequestsAndStagesOnly()
                && !Requests.mayBe(format, params, null)
                && (gate.judgesRequestsOnly()
                        || (marker == null && level != Level.ERROR && !LogbackCall.mayTellStage(params)));
    }

    /** As above, for a call of the fluent API, whatever its level. */
    boolean keeps(org.slf4j.event.LoggingEvent call) {
        return gate.isOpen()
                || (gate.judgesRequestsOnly()
                        && !Requests.mayBe(call.getMessage(), call.getArgumentArray(), call.getKeyValuePairs()));
    }

    /** Whether something becomes of calls that their level hides. */
    boolean looksAtHidden() {
        return recorder != null || gate.hasLevels();
    }

    FilterReply judge(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            boolean loggable,
            @Nullable String format,
            @Nullable Object @Nullable [] params,
            @Nullable Throwable thrown) {
        if (!loggable && !mayShow(level) && !mayRecord(logger, level)) {
            return FilterReply.NEUTRAL;
        }
        LogbackCall call = LogbackCall.of(logger, level, marker, format, params, thrown);
        try {
            if (format == null && params == null && thrown == null) {
                return !loggable && (gate.shows(call) || records(call, logger, level))
                        ? FilterReply.ACCEPT
                        : FilterReply.NEUTRAL;
            }
            Decision decision = gate.decide(call, loggable);
            tell(logger, decision.notices());
            if (decision.kept()) {
                replayBeforeError(call);
            } else if (records(call, decision, logger, level)) {
                record(call, CallEvents.of(marker, logger, level, format, params, thrown), decision);
            }
            if (decision.kept() && decision.standsForOthers()) {
                LoggingEvent event = CallEvents.of(marker, logger, level, format, params, thrown);
                Notices.standsFor(decision, (key, value) -> event.addKeyValuePair(new KeyValuePair(key, value)));
                logger.callAppenders(event);
                return FilterReply.DENY;
            }
            return decision.kept() && !loggable ? FilterReply.ACCEPT : reply(decision);
        } catch (RuntimeException e) {
            return undecided(e);
        } finally {
            call.release();
        }
    }

    FilterReply judge(Logger logger, org.slf4j.event.LoggingEvent event) {
        Level level = Level.convertAnSLF4JLevel(event.getLevel());
        boolean loggable = Levels.isLoggable(logger, level);
        if (!loggable && !mayShow(level) && !mayRecord(logger, level)) {
            return FilterReply.NEUTRAL;
        }
        LogbackCall call = LogbackCall.of(logger, level, event);
        try {
            Decision decision = gate.decide(call, loggable);
            tell(logger, decision.notices());
            if (decision.kept()) {
                replayBeforeError(call);
            } else if (records(call, decision, logger, level)) {
                record(call, CallEvents.of(logger, level, event), decision);
            }
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

    /** Writes what the gate has to say, and lets the recorder know which jobs have ended. */
    void tell(Logger logger, List<Notice> notices) {
        for (int i = 0; i < notices.size(); i++) {
            if (notices.get(i) instanceof Notice.JobEnd end) {
                tellEnd(logger.getLoggerContext(), end);
            } else {
                Notices.write(logger, notices.get(i));
            }
        }
    }

    void scopesClosed(LoggerContext context, String jobId) {
        try {
            tell(context.getLogger(JOBS_LOGGER), gate.scopesClosed(jobId, JobScopes.isHandedOn(jobId)));
        } catch (RuntimeException e) { // whoever closes a scope never learns of it
            undecided(e);
        }
    }

    /** No more events come. */
    void closing(Logger logger) {
        try {
            tell(logger, gate.closing());
        } catch (RuntimeException e) { // whoever stops a context never learns of it
            undecided(e);
        }
    }

    private void tellEnd(LoggerContext context, Notice.JobEnd end) {
        JobScopes.over(end.jobId());
        JobRecorder with = recorder;
        if (with != null) {
            with.end(end.jobId(), end.outcome());
        }
        Logger logger = context.getLogger(JOBS_LOGGER);
        if (end.summary() != null
                && Levels.isLoggable(logger, Levels.of(end.summary().severity()))) {
            Notices.write(logger, end.summary());
        }
    }

    private void replayBeforeError(LogbackCall call) {
        JobRecorder with = recorder;
        if (with == null) {
            return;
        }
        boolean error = call.severity().compareTo(Severity.ERROR) >= 0
                || Stage.PROVIDER_ERROR.getName().equals(call.stage());
        String jobId = error ? call.jobId() : null;
        if (jobId != null) {
            with.replay(jobId);
        }
    }

    private boolean records(LogbackCall call, Decision decision, Logger logger, Level level) {
        boolean hidden = decision.suppressed() == null
                ? records(call, logger, level)
                : decision.suppressed() == SuppressReason.JOB_SAMPLED && recorder != null;
        return hidden && recording.get() == null;
    }

    /** A level that was set for the logger, the job or the domain is to hide; the root's only says what is written. */
    private boolean records(LogbackCall call, Logger logger, Level level) {
        return mayRecord(logger, level) && call.jobId() != null && !gate.hasOwnLevel(call);
    }

    private boolean mayRecord(Logger logger, Level level) {
        return recorder != null
                && level.isGreaterOrEqual(Level.DEBUG)
                && logger.getEffectiveLevel()
                        == logger.getLoggerContext()
                                .getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                                .getLevel();
    }

    private void record(LogbackCall call, LoggingEvent event, Decision decision) {
        JobRecorder with = recorder;
        String jobId = call.jobId();
        if (with == null || jobId == null) {
            return;
        }
        String stage = call.stage();
        recording.set(Boolean.TRUE); // what a value logs while it is written is not recorded, or it would have no end
        try {
            event.addKeyValuePair(new KeyValuePair(Fields.REPLAYED.name(), true));
            boolean counted = decision.suppressed() != null;
            with.record(jobId, event, () -> cameBack(counted, jobId, stage));
        } finally {
            recording.remove();
        }
    }

    private void cameBack(boolean counted, String jobId, @Nullable String stage) {
        if (counted) {
            gate.cameBack(jobId, stage);
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
}
