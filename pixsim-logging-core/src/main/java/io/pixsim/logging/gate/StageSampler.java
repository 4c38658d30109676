package io.pixsim.logging.gate;

import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * Keeps one in N events of a stage, counted for each job by itself, so that the first of each job is kept. Remembers a
 * bounded number of jobs; one that is forgotten begins anew. Safe for use by many threads.
 */
final class StageSampler {

    private static final int MAX_JOBS = 10_000;
    private static final String NO_JOB = "";

    private final int rate;
    private final Decision kept;
    private final ConcurrentHashMap<String, AtomicInteger> seenByJob = new ConcurrentHashMap<>();

    StageSampler(int rate) {
        this.rate = rate;
        this.kept = new Decision(true, rate, null);
    }

    Decision decide(@Nullable String jobId) {
        AtomicInteger seen = counter(jobId == null ? NO_JOB : jobId);
        return Math.floorMod(seen.getAndIncrement(), rate) == 0 ? kept : Decision.SAMPLED_OUT;
    }

    private AtomicInteger counter(String job) {
        AtomicInteger seen = seenByJob.get(job);
        if (seen != null) {
            return seen;
        }
        if (seenByJob.size() >= MAX_JOBS) {
            forgetSome();
        }
        return seenByJob.computeIfAbsent(job, unseen -> new AtomicInteger());
    }

    private void forgetSome() {
        Iterator<String> jobs = seenByJob.keySet().iterator();
        for (int i = 0; i < MAX_JOBS / 10 && jobs.hasNext(); i++) {
            jobs.next();
            jobs.remove();
        }
    }
}
