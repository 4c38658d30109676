package io.pixsim.logging.gate;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.diagnostics.SuppressReason;
import org.jspecify.annotations.Nullable;

/**
 * Thins what is below warning, by job: whole jobs, stages, polls, duplicates, rates. Knows where each job is, and what is
 * to be said when it goes on. Safe for use by many threads.
 */
final class Sampling {

    private static final Set<String> ENDS = Set.of(Stage.PROVIDER_COMPLETE.getName(), Stage.PROVIDER_ERROR.getName());

    private final Map<String, StageRule> stages = new HashMap<>();
    private int stageRules;
    private final int oneJobIn;
    private final @Nullable RateLimiter limiter;
    private final @Nullable Duplicates duplicates;
    private final boolean ofAnyStage;
    private final boolean idle;
    private final LongSupplier nanoClock;
    private final Ledger ledger;
    private final JobBook book;
    private final BoundedMap<String, JobState> jobs;
    private final JobState noJob;
    private final Function<String, JobState> newJob; // made once: a call that is held back makes nothing
    private volatile boolean closed;

    private Sampling(
            GateRules.SamplingRules rules,
            LongSupplier nanoClock,
            InstantSource wallClock,
            Ledger ledger,
            JobBook book) {
        rules.stages().forEach((stage, rate) -> addStage(stage, rate, false));
        if (rules.polling()) {
            addStage(Stage.PROVIDER_STATUS.getName(), 1, true);
        }
        this.oneJobIn = rules.jobs();
        this.limiter = rules.perSecond() > 0 ? new RateLimiter(rules.perSecond()) : null;
        this.duplicates = rules.duplicates().isZero() ? null : new Duplicates(rules.duplicates(), wallClock);
        this.ofAnyStage = oneJobIn > 1 || limiter != null || duplicates != null;
        this.idle = stages.isEmpty() && !ofAnyStage;
        this.nanoClock = nanoClock;
        this.ledger = ledger;
        this.book = book;
        this.jobs = new BoundedMap<>(ledger::fold);
        int counters = stageRules;
        this.noJob = new JobState(null, counters, ledger);
        this.newJob = id -> new JobState(id, counters, ledger);
    }

    /** Thins by rules from now on, until it is closed. */
    static Sampling open(
            GateRules.SamplingRules rules,
            LongSupplier nanoClock,
            InstantSource wallClock,
            Ledger ledger,
            JobBook book) {
        Sampling sampling = new Sampling(rules, nanoClock, wallClock, ledger, book);
        ledger.opened(sampling);
        return sampling;
    }

    boolean isIdle() {
        return idle;
    }

    /** Goes on after the rule of a path. Null when the job ended meanwhile: ask again. */
    @Nullable
    Decision decide(Call call, Severity severity, Decision path) {
        String stage = call.stage();
        if (stage != null && isOneMore(call, stage, severity)) {
            return Decision.SAMPLED;
        }
        StageRule rule = stage == null ? null : stages.get(stage);
        String jobId = rule == null && stage == null && !ofAnyStage ? null : call.jobId();
        if (rule == null && !ofAnyStage && (stage == null || jobId == null || jobs.find(jobId) == null)) {
            return Decision.KEEP;
        }
        boolean protectedEvent = severity.compareTo(Severity.WARNING) >= 0;
        boolean collapses = rule != null && rule.collapsing() && jobId != null;
        long said = protectedEvent ? 0 : said(call, rule);
        long subject = collapses ? PollRun.subject(call) : 0;
        JobState job = noJob;
        if (jobId != null) {
            job = job(jobId);
            call.memory().keep(job);
        }
        synchronized (job) {
            if (isOver(job)) {
                return null;
            }
            if (stage != null && jobId != null && job.moveTo(stage, nanoClock)) {
                ledger.cameBack(SuppressReason.SAMPLED);
            }
            Decision decision = protectedEvent ? Decision.KEEP : judge(call, job, stage, rule, said, subject);
            boolean change = collapses && said != 0; // which is kept, however many there are
            if (limiter != null && decision.kept() && !protectedEvent && !change) {
                long standsFor = path.heldBack() + decision.heldBack();
                decision = decision.and(limiter.decide(pattern(call), standsFor, nanoClock.getAsLong()));
            }
            if (decision.suppressed() != null) {
                job.lose(decision.suppressed(), stage);
            }
            if (stage != null && jobId != null && (rule == null ? ENDS.contains(stage) : rule.end())) {
                end(job, jobId);
            }
            return decision.after(job.takeNotices());
        }
    }

    /** Most that is held back says what was held back before it: for that, no more is looked at than has to be. */
    private boolean isOneMore(Call call, String stage, Severity severity) {
        if (ofAnyStage || severity.compareTo(Severity.WARNING) >= 0) {
            return false;
        }
        String jobId = call.jobId();
        JobState job = jobId == null ? noJob : call.memory().find(jobId, ledger);
        return job != null && job.holdsBackAgain(stage, call);
    }

    /** Counts an event that was held back for another reason than thinning. */
    void lose(Call call, SuppressReason reason) {
        String jobId = call.jobId();
        String stage = call.stage();
        JobState job = jobId == null ? noJob : job(jobId);
        synchronized (job) {
            if (isOver(job)) {
                ledger.count(reason);
                ledger.add(reason, stage, 1);
            } else {
                job.lose(reason, stage);
            }
        }
    }

    private Decision judge(
            Call call, JobState job, @Nullable String stage, @Nullable StageRule rule, long said, long subject) {
        String jobId = job.id();
        if (oneJobIn > 1 && jobId != null && !isIn(jobId)) {
            return Decision.JOB_SAMPLED;
        }
        Decision decision = oneJobIn > 1 && jobId != null ? Decision.keep(oneJobIn, 0) : Decision.KEEP;
        if (rule != null) {
            boolean collapses = rule.collapsing() && jobId != null;
            decision = decision.and(
                    collapses
                            ? job.poll(rule, subject, said, nanoClock)
                            : rule.collapsing() ? Decision.KEEP : job.sample(rule, call));
        } else if (duplicates != null) {
            decision = decision.and(duplicates.decide(job, stage, pattern(call), said, nanoClock.getAsLong()));
        }
        return decision;
    }

    private static String pattern(Call call) {
        return Fingerprint.remembered(call.message());
    }

    /** What the call says, as far as it is compared with another: read before a lock is held, as it may run foreign code. */
    private long said(Call call, @Nullable StageRule rule) {
        if (rule == null) {
            return duplicates == null ? 0 : call.fingerprint();
        }
        return rule.collapsing() ? PollRun.found(call) : 0;
    }

    /** The same jobs in every process, whatever was logged before. */
    private boolean isIn(String jobId) {
        return Long.remainderUnsigned(spread(Fingerprint.add(Fingerprint.START, jobId)), oneJobIn) == 0;
    }

    private static long spread(long hash) {
        long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        return mixed ^ mixed >>> 33;
    }

    private void end(JobState job, String jobId) {
        if (!book.keepLosses(jobId, job.losses())) {
            job.sayLosses(true);
        }
        ledger.fold(job);
        jobs.remove(jobId, job);
    }

    /** An event of a job that was left out as a whole is written after all; false when its loss is not here any more. */
    boolean cameBack(String jobId, @Nullable String stage) {
        ledger.cameBack(SuppressReason.JOB_SAMPLED);
        JobState job = jobs.find(jobId);
        if (job != null) {
            synchronized (job) {
                if (!job.isClosed()) {
                    job.losses().add(SuppressReason.JOB_SAMPLED, stage, -1);
                    return true;
                }
            }
        }
        ledger.add(SuppressReason.JOB_SAMPLED, stage, -1);
        return false;
    }

    /** A job is over, which is a change of stage: what is left to be said of the one before. */
    List<Notice> leave(String jobId, boolean inContext) {
        JobState job = jobs.find(jobId);
        if (job == null) {
            return List.of();
        }
        synchronized (job) {
            if (!job.isClosed() && job.moveTo(Stage.JOB_END.getName(), nanoClock)) {
                ledger.cameBack(SuppressReason.SAMPLED);
            }
            return inContext ? job.takeNotices() : job.takeNoticesElsewhere();
        }
    }

    /** The job is over: what it has lost since its last stage that ends one is left to its summary. */
    void jobEnds(String jobId) {
        JobState job = jobs.find(jobId);
        if (job != null && job.id() != null) {
            synchronized (job) {
                if (!job.isClosed() && book.keepLosses(jobId, job.losses())) {
                    ledger.fold(job);
                    jobs.remove(jobId, job);
                }
            }
        }
    }

    private JobState job(String jobId) {
        return jobs.get(jobId, newJob);
    }

    /** Whether nothing may be counted of the job any more; whoever asks for it again gets another one. */
    private boolean isOver(JobState job) {
        if (job.isClosed() && job.id() != null) {
            jobs.remove(job.id(), job);
        }
        return closed || job.isClosed();
    }

    private void addStage(String stage, int rate, boolean collapsing) {
        if (rate > 1 || collapsing) {
            stages.put(stage, new StageRule(stageRules++, stage, rate, collapsing, ENDS.contains(stage)));
        }
    }

    /** Forgets every job; what each has lost is in the ledger. Gives what is left to be said of polls and duplicates. */
    List<Notice> close() {
        closed = true; // a job that is made from here on counts nothing
        List<Notice> left = new ArrayList<>(duplicates(true));
        jobs.forEach((id, job) -> {
            synchronized (job) {
                if (!job.isClosed()) {
                    job.endPolls(nanoClock);
                    left.addAll(job.takeNoticesElsewhere());
                    book.keepLosses(id, job.losses());
                    ledger.fold(job);
                }
            }
        });
        ledger.fold(noJob);
        ledger.closed(this);
        return left;
    }

    /** The live jobs, and what stands for the events without one. */
    List<JobState> states() {
        List<JobState> states = new ArrayList<>(jobs.values());
        states.add(noJob);
        return states;
    }

    /** The runs of duplicates that are over, or all of them. */
    List<Notice> duplicates(boolean all) {
        return duplicates == null ? List.of() : duplicates.tell(all, nanoClock.getAsLong());
    }

    boolean hasOpenDuplicates() {
        return duplicates != null && duplicates.areOpen();
    }
}
