package io.pixsim.logging.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.pixsim.logging.diagnostics.Loss;
import io.pixsim.logging.diagnostics.ReasonCounters;
import io.pixsim.logging.diagnostics.SuppressReason;
import org.jspecify.annotations.Nullable;

/**
 * Every event that was held back: in all by reason, and by reason and stage, of each job while it lives and together
 * afterwards. A job's losses are among those of the jobs that are gone before it is out of its map, and each has its number
 * among them: whoever looks at both takes it once, and waits for no other job. Safe for use by many threads. Locks are taken
 * in the order telling, job, ledger.
 */
final class Ledger {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanoClock;
    private final ReasonCounters<SuppressReason> totals = new ReasonCounters<>(SuppressReason.class);
    private final List<Sampling> open = new CopyOnWriteArrayList<>();
    private final LossTable folded = new LossTable(); // guarded by this
    private long folds; // guarded by this
    private final Object telling = new Object();
    private Map<LossKey, Long> told = Map.of(); // guarded by telling
    private volatile boolean untold;
    private volatile long untoldSince;

    Ledger(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** From now on, the jobs of this one are looked at. */
    void opened(Sampling sampling) {
        open.add(sampling);
    }

    /** Every job of this one is folded. */
    void closed(Sampling sampling) {
        open.remove(sampling);
    }

    /** Counts one in all; whoever calls counts it by stage as well. */
    void count(SuppressReason reason) {
        totals.add(reason);
        if (!untold && reason.isTold()) {
            untoldSince = nanoClock.getAsLong();
            untold = true;
        }
    }

    /** Counts some in all that others of their run, which were counted, went before. */
    void countRepeats(SuppressReason reason, long events) {
        totals.add(reason, events);
    }

    /** One that was held back is written after all. */
    void cameBack(SuppressReason reason) {
        totals.add(reason, -1);
    }

    synchronized void add(SuppressReason reason, @Nullable String stage, long events) {
        folded.add(reason, stage, events);
    }

    /** The job ends, or is to be forgotten: its losses go to those of all. */
    void fold(JobState job) {
        synchronized (job) {
            if (job.isClosed()) {
                return;
            }
            synchronized (this) {
                job.losses().addTo(folded);
                job.close(++folds);
            }
        }
    }

    Map<SuppressReason, Long> totals() {
        for (JobState job : states()) {
            synchronized (job) {
                job.countRepeats();
            }
        }
        return totals.snapshot();
    }

    /** Whether there are losses that were not told for a minute. Reads the clock only when there are any. */
    boolean isDue() {
        return untold && nanoClock.getAsLong() - untoldSince >= MINUTE;
    }

    /** The losses since they were told last. */
    List<Notice> tell(Sampling sampling) {
        Map<LossKey, Long> since;
        synchronized (telling) {
            untold = false;
            Map<LossKey, Long> now = byStage();
            since = new HashMap<>(now);
            told.forEach((key, events) -> since.merge(key, -events, Long::sum));
            told = now;
        }
        if (sampling.hasOpenDuplicates()) {
            untoldSince = nanoClock.getAsLong();
            untold = true;
        }
        Notice notice = Losses.ofAll(since);
        return notice == null ? List.of() : List.of(notice);
    }

    /** The losses of one job that has not ended, or null when it has none. */
    static @Nullable Notice lossesOf(JobState job) {
        Map<LossKey, Long> sums = new HashMap<>();
        synchronized (job) {
            job.losses().addTo(sums);
        }
        return Losses.ofJob(false, job.id(), sums);
    }

    /** Of each live job, and of all others together: once, though while rules change there are two states of one. */
    List<Loss> losses() {
        List<JobState> states = states();
        Map<@Nullable String, Map<LossKey, Long>> byJob = new LinkedHashMap<>();
        Map<LossKey, Long> others = new HashMap<>();
        long foldsBefore;
        synchronized (this) {
            folded.addTo(others);
            foldsBefore = folds;
        }
        for (JobState job : states) {
            String id = job.id();
            Map<LossKey, Long> sums = id == null ? others : byJob.computeIfAbsent(id, none -> new HashMap<>());
            synchronized (job) {
                if (!job.isClosedBy(foldsBefore)) {
                    job.losses().addTo(sums);
                }
            }
        }
        byJob.put(null, others);
        List<Loss> losses = new ArrayList<>();
        byJob.forEach((id, sums) ->
                sums.forEach((key, events) -> losses.add(new Loss(key.reason(), key.stage(), id, events))));
        return losses;
    }

    private Map<LossKey, Long> byStage() {
        Map<LossKey, Long> sums = new HashMap<>();
        losses().forEach(loss -> sums.merge(new LossKey(loss.reason(), loss.stage()), loss.events(), Long::sum));
        return sums;
    }

    private List<JobState> states() {
        return open.stream().flatMap(sampling -> sampling.states().stream()).toList();
    }
}
