package io.pixsim.logging.gate;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.diagnostics.Loss;
import io.pixsim.logging.diagnostics.SuppressReason;
import org.jspecify.annotations.Nullable;

/**
 * The decision on an event, once for all sinks: the levels of its job and domain, then its path, then sampling, which
 * never touches warnings and above. What it holds back is in its ledger. Rules and levels may change at any time. Safe for
 * use by many threads.
 */
public final class Gate {

    private final LongSupplier nanoClock;
    private final InstantSource wallClock;
    private final LevelOverrides levels;
    private final Ledger ledger;
    private final JobBook book;
    private final Untold untold;
    private volatile boolean watched;
    private volatile boolean summaries;
    private volatile Set<String> criticalOnly = Set.of();
    private volatile PathGate paths = new PathGate(PathRules.NONE);
    private volatile Sampling sampling;

    /**
     * A gate that lets everything through until it is told otherwise.
     *
     * @param nanoClock tells how much time has passed, like {@link System#nanoTime()}
     * @param wallClock tells what time it is
     */
    public Gate(LongSupplier nanoClock, InstantSource wallClock) {
        this.nanoClock = nanoClock;
        this.wallClock = wallClock;
        this.levels = new LevelOverrides(nanoClock);
        this.ledger = new Ledger(nanoClock);
        this.book = new JobBook(nanoClock, levels);
        this.untold = new Untold(ledger, book);
        this.sampling = Sampling.open(GateRules.SamplingRules.NONE, nanoClock, wallClock, ledger, book);
    }

    /**
     * Goes by other rules from now on. Levels of jobs stay, those of domains are replaced; what was counted stays.
     *
     * @param rules the rules
     * @return what is left to be told by the rules before
     */
    public synchronized List<Notice> use(GateRules rules) {
        levels.configure(rules.domains());
        paths = new PathGate(rules.paths());
        Sampling old = sampling;
        sampling = Sampling.open(rules.sampling(), nanoClock, wallClock, ledger, book);
        summaries = rules.jobSummaries();
        book.use(watched, summaries);
        return old.close();
    }

    /**
     * Tells the end of each job, summed up or not.
     *
     * @param wanted whether somebody wants to know; false unless set
     */
    public void watchJobs(boolean wanted) {
        watched = wanted;
        book.use(watched, summaries);
    }

    /**
     * Shows only {@link Severity#CRITICAL} of the loggers whose level is set on one of these: no logger level can say so.
     *
     * @param levelOwners names of loggers
     */
    public void criticalOnly(Set<String> levelOwners) {
        criticalOnly = Set.copyOf(levelOwners);
    }

    /**
     * Shows of one job what the threshold shows, whatever other levels say.
     *
     * @param jobId the job
     * @param threshold the threshold
     * @param time how long; null until it is changed
     */
    public void jobLevel(String jobId, Threshold threshold, @Nullable Duration time) {
        levels.job(jobId, threshold, time);
    }

    /**
     * Shows of one domain what the threshold shows, whatever the level of the logger says.
     *
     * @param domain the exact name
     * @param threshold the threshold
     * @param time how long; null until it is changed
     */
    public void domainLevel(String domain, Threshold threshold, @Nullable Duration time) {
        levels.domain(domain, threshold, time);
    }

    /**
     * Forgets the level of one job.
     *
     * @param jobId the job
     */
    public void resetJob(String jobId) {
        levels.forgetJob(jobId);
    }

    /**
     * Goes back to the configured level of one domain.
     *
     * @param domain the exact name
     */
    public void resetDomain(String domain) {
        levels.forgetDomain(domain);
    }

    /**
     * Whether there is nothing to decide. When so, callers need not find out what {@link #decide} wants to know.
     *
     * @return true when no event is ever held back, and none is shown that its logger would hide
     */
    public boolean isOpen() {
        return paths.isIdle() && sampling.isIdle() && criticalOnly.isEmpty() && levels.isEmpty() && !book.isOpen();
    }

    /**
     * Whether there is nothing to decide but for events that tell of a request, and nothing to tell.
     *
     * @return true when {@link #decide} keeps every event without a {@link Call#requestPath} that its logger shows
     */
    public boolean judgesRequestsOnly() {
        return judgesRequestsAndStagesOnly() && !book.isOpen();
    }

    /**
     * Whether there is nothing to decide but for events that tell of a request or a stage, and nothing to tell.
     *
     * @return true when {@link #decide} keeps every other event that its logger shows, and learns nothing from it
     */
    public boolean judgesRequestsAndStagesOnly() {
        return sampling.isIdle() && criticalOnly.isEmpty() && levels.isEmpty() && !untold.isDue();
    }

    /**
     * Whether a level was set for any job or domain, so that an event may be shown that its logger would hide.
     *
     * @return false when the level of its logger holds for every event
     */
    public boolean hasLevels() {
        return !levels.isEmpty();
    }

    /**
     * Whether an event that its logger would hide might be shown: the cheap question before {@link #shows}.
     *
     * @param severity how bad the event is
     * @return false when it stays hidden
     */
    public boolean mayShow(Severity severity) {
        return levels.mayShow(severity);
    }

    /**
     * Whether the level of the call's job or domain shows it. Nothing is counted.
     *
     * @param call the call
     * @return true when one does
     */
    public boolean shows(Call call) {
        Threshold threshold = levels.find(call);
        return threshold != null && threshold.shows(call.severity());
    }

    /**
     * Whether a level was set for the call's job or domain, which then holds: what it hides is to stay hidden.
     *
     * @param call the call
     * @return true when one was
     */
    public boolean hasOwnLevel(Call call) {
        return !levels.isEmpty() && levels.find(call) != null;
    }

    /**
     * Decides on one event; it counts, so it is called once for each.
     *
     * @param call the event
     * @param loggable whether the level of its logger shows it
     * @return what becomes of it
     */
    public Decision decide(Call call, boolean loggable) {
        Severity severity = call.severity();
        Threshold threshold = levels.isEmpty() ? null : levels.find(call);
        if (threshold == null ? !loggable : !threshold.shows(severity)) {
            return loggable ? suppress(call, Decision.LEVEL) : Decision.HIDE;
        }
        if (threshold == null && isBelowCritical(call, severity)) {
            return suppress(call, Decision.BELOW_CRITICAL);
        }
        PathGate byPath = paths;
        Decision path = byPath.isIdle() ? Decision.KEEP : byPath.decide(call, severity);
        if (!path.kept()) {
            return suppress(call, path);
        }
        String stage = book.isOpen() ? call.stage() : null;
        boolean poll = Stage.PROVIDER_STATUS.getName().equals(stage);
        if (stage != null && !poll) {
            book.seen(call, stage);
        }
        Decision decision = path.and(sample(call, severity, path));
        if (poll
                && decision.suppressed()
                        != SuppressReason.SAMPLED) { // one was kept before it, and has told all there is to know
            book.seen(call, Stage.PROVIDER_STATUS.getName());
        }
        return decision.kept() ? decision.after(untold.due(sampling)) : decision;
    }

    /**
     * The last scope that binds a job was closed.
     *
     * @param jobId the job
     * @param handedOn whether another thread may go on with it
     * @return its end, or nothing when it may go on
     */
    public List<Notice> scopesClosed(String jobId, boolean handedOn) {
        if (!book.isOpen()) {
            return List.of();
        }
        return untold.scopesClosed(jobId, handedOn, sampling);
    }

    /**
     * An event that was held back with its whole job is written after all: it counts as held back no longer.
     *
     * @param jobId the job
     * @param stage the event's stage; null when it had none
     */
    public void cameBack(String jobId, @Nullable String stage) {
        if (!sampling.cameBack(jobId, stage)) {
            book.cameBack(jobId, stage);
        }
    }

    /**
     * How many events were held back so far.
     *
     * @return the counts by reason; a reason without events is absent
     */
    public Map<SuppressReason, Long> suppressed() {
        return ledger.totals();
    }

    /**
     * The same events by reason, stage and job.
     *
     * @return the losses of the jobs that have not ended, and those of all others together
     */
    public List<Loss> losses() {
        return ledger.losses();
    }

    /**
     * What is left to be told when no more events come.
     *
     * @return the losses of the jobs that have not ended, a hundred at the most, and those of all since they were last
     *     told
     */
    public List<Notice> closing() {
        return untold.closing(sampling);
    }

    private Decision sample(Call call, Severity severity, Decision path) {
        Decision decision = null;
        while (decision == null) {
            Sampling current = sampling;
            decision = current.isIdle() ? Decision.KEEP : current.decide(call, severity, path);
        }
        return decision;
    }

    private Decision suppress(Call call, Decision decision) {
        sampling.lose(call, Objects.requireNonNull(decision.suppressed()));
        return decision;
    }

    private boolean isBelowCritical(Call call, Severity severity) {
        return severity != Severity.CRITICAL && !criticalOnly.isEmpty() && criticalOnly.contains(call.levelOwner());
    }
}
