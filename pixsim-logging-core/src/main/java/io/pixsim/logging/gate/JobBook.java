package io.pixsim.logging.gate;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Outcome;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.diagnostics.SuppressReason;
import org.jspecify.annotations.Nullable;

/**
 * The jobs that are under way, and when they end: with the last scope that binds them, unless the provider still has them
 * or another thread may go on with them; or, where none does, a second after {@code provider:complete}, or when nothing is
 * heard of them for a quarter of an hour. Has no timer: what is due is found when something else happens. Ten thousand
 * jobs at the most. Safe for use by many threads.
 */
final class JobBook {

    private static final long SETTLING = TimeUnit.SECONDS.toNanos(1);
    private static final long IDLE = TimeUnit.MINUTES.toNanos(15);
    private static final long BETWEEN_SWEEPS = TimeUnit.MINUTES.toNanos(1);
    private static final int MAX_SETTLED_AT_ONCE = 16;
    private static final int LONGEST_TEXT = 255;

    private final LongSupplier nanoClock;
    private final LevelOverrides levels;
    private final BoundedMap<String, JobRecord> jobs = new BoundedMap<>(JobBook::forget);
    private final Queue<JobRecord> settling = new ConcurrentLinkedQueue<>();
    private final Function<String, JobRecord> newRecord;
    private volatile boolean open;
    private volatile boolean summing;
    private volatile boolean sweepDue;
    private volatile long sweptAt;

    JobBook(LongSupplier nanoClock, LevelOverrides levels) {
        this.nanoClock = nanoClock;
        this.levels = levels;
        this.newRecord = id -> new JobRecord(id, nanoClock.getAsLong());
        this.sweptAt = nanoClock.getAsLong();
    }

    /** Ends are found while somebody wants to know of them, summed up while summing. */
    void use(boolean wanted, boolean sums) {
        open = wanted || sums;
        summing = sums;
    }

    boolean isOpen() {
        return open;
    }

    /** An event at a stage that is written, or held back only as one of many. */
    void seen(Call call, String stage) {
        String jobId = call.jobId();
        if (jobId == null) {
            return;
        }
        JobRecord known = jobs.find(jobId);
        if (known != null && known.isPolledOn(stage)) {
            return;
        }
        int attempt = call.attempt();
        String artifact = head(call.artifact());
        if (known != null && known.repeats(stage, attempt, artifact)) {
            return;
        }
        boolean goesOn = known == null || !known.isAt(stage);
        String provider = goesOn ? head(call.field(Fields.PROVIDER_ID.name())) : null;
        String operation = goesOn ? head(call.field(Fields.OPERATION_TYPE.name())) : null;
        boolean delayed = stage.equals(Stage.RETRY_DECISION.getName()) && call.field(Fields.DELAY_MS.name()) != null;
        boolean ends = stage.equals(Stage.PROVIDER_COMPLETE.getName()) && !call.isInJobScope();
        while (true) {
            JobRecord job = known != null ? known : jobs.get(jobId, newRecord);
            synchronized (job) {
                if (job.isClosed()) {
                    jobs.remove(jobId, job);
                    known = null;
                    continue;
                }
                long now = nanoClock.getAsLong();
                job.isDone(provider, operation);
                job.step(Objects.requireNonNull(head(stage)), attempt, delayed, artifact, now);
                stepped(job, ends, now);
                return;
            }
        }
    }

    private void stepped(JobRecord job, boolean ends, long now) {
        if (ends) {
            job.settle();
            settling.add(job);
        }
        if (now - sweptAt > BETWEEN_SWEEPS) {
            sweptAt = now;
            sweepDue = true;
        }
    }

    /** Keeps what a job has lost for the job's own summary; false when there will be none. */
    boolean keepLosses(String jobId, LossTable losses) {
        JobRecord job = summing ? jobs.find(jobId) : null;
        if (job == null) {
            return false;
        }
        synchronized (job) {
            if (!job.isClosed()) {
                losses.addTo(job.losses());
            }
            return !job.isClosed();
        }
    }

    /** An event of the job is written after all. */
    void cameBack(String jobId, @Nullable String stage) {
        JobRecord job = jobs.find(jobId);
        if (job != null) {
            synchronized (job) {
                job.losses().add(SuppressReason.JOB_SAMPLED, stage, -1);
            }
        }
    }

    boolean endsWithItsScope(String jobId, boolean handedOn) {
        JobRecord job = jobs.find(jobId);
        if (job == null) {
            return false;
        }
        synchronized (job) {
            return !mayGoOn(job, handedOn);
        }
    }

    /** The last scope of a job was closed. */
    List<Notice> scopesClosed(String jobId, boolean handedOn) {
        JobRecord job = jobs.find(jobId);
        if (job == null) {
            return List.of(new Notice.JobEnd(jobId, Outcome.UNKNOWN, null));
        }
        synchronized (job) {
            return mayGoOn(job, handedOn) || job.isClosed() ? List.of() : List.of(end(job, true, true));
        }
    }

    private static boolean mayGoOn(JobRecord job, boolean handedOn) {
        return job.isWaiting() || (handedOn && job.outcome() == Outcome.UNKNOWN);
    }

    /** Whether there may be ends that nothing told of; looked at with each event, so no clock is read. */
    boolean isDue() {
        return sweepDue || !settling.isEmpty();
    }

    /** The ends that nothing told of; asks what is left to be told of each job before. */
    List<Notice> due(Consumer<String> before) {
        if (!isDue()) {
            return List.of();
        }
        long now = nanoClock.getAsLong();
        List<Notice> ends = new ArrayList<>(0);
        for (int i = 0; i < MAX_SETTLED_AT_ONCE; i++) {
            JobRecord job = settling.peek();
            if (job == null || !endIfSettled(job, now, before, ends)) {
                break;
            }
        }
        if (sweepDue) {
            sweepDue = false;
            sweep(now, before, ends);
        }
        return ends;
    }

    /** False when it is too early for this one, and so for those behind it. */
    private boolean endIfSettled(JobRecord job, long now, Consumer<String> before, List<Notice> ends) {
        boolean over;
        synchronized (job) {
            over = isSettling(job);
            if (over && now - job.lastAt() < SETTLING) {
                return false;
            }
        }
        if (over) {
            before.accept(job.id()); // without its lock, which is taken after that of what was held back
        }
        synchronized (job) {
            if (settling.remove(job) && over && isSettling(job)) {
                ends.add(end(job, false, true));
            }
            return true;
        }
    }

    private static boolean isSettling(JobRecord job) {
        return job.isSettling() && !job.isClosed();
    }

    private void sweep(long now, Consumer<String> before, List<Notice> ends) {
        for (JobRecord job : jobs.values()) {
            if (isIdle(job, now)) {
                before.accept(job.id());
                synchronized (job) {
                    if (isIdle(job, now)) {
                        ends.add(end(job, false, false));
                    }
                }
            }
        }
    }

    private static boolean isIdle(JobRecord job, long now) {
        synchronized (job) {
            return !job.isClosed() && now - job.lastAt(now) > IDLE;
        }
    }

    /** The jobs that are under way when no more events come, so many at the most. */
    List<Notice> closing(int most) {
        List<Notice> ends = new ArrayList<>();
        Iterator<JobRecord> all = jobs.values().iterator();
        while (all.hasNext() && ends.size() < most) {
            JobRecord job = all.next();
            synchronized (job) {
                if (!job.isClosed()) {
                    ends.add(end(job, false, false));
                }
            }
        }
        return ends;
    }

    private Notice end(JobRecord job, boolean inContext, boolean sure) {
        job.close();
        jobs.remove(job.id(), job);
        Notice.Summary summary = summing ? job.summary(inContext, sure, nanoClock.getAsLong()) : null;
        return new Notice.JobEnd(job.id(), job.outcome(), summary == null || !shows(job, summary) ? null : summary);
    }

    /** A summary is an event like others: where a level was set for its job, that holds. */
    private boolean shows(JobRecord job, Notice.Summary summary) {
        Threshold ofJob = levels.ofJob(job.id());
        return ofJob == null || ofJob.shows(summary.severity());
    }

    private static void forget(JobRecord job) {
        synchronized (job) {
            job.close();
        }
    }

    private static @Nullable String head(@Nullable String text) {
        return text == null || text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
