package io.pixsim.logging.jobs;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The files of jobs that are open: no more than a number of them, those that were used last. One is closed when its job has
 * ended, when nothing was written to it for a while, or when another one needs its place; the next line opens it again. For
 * one thread, but for the count.
 */
final class OpenJobFiles {

    private int most;
    private final long idleNanos;
    private final LongSupplier nanoClock;
    private final Map<JobOutput, Long> usedAt = new LinkedHashMap<>(16, 0.75f, true);
    private volatile int count;

    OpenJobFiles(int most, Duration idle, LongSupplier nanoClock) {
        this.most = most;
        this.idleNanos = idle.toNanos();
        this.nanoClock = nanoClock;
    }

    /** Whether so many jobs, one after another, would leave none of their files open. */
    boolean areTooFewFor(int jobs) {
        return jobs > most;
    }

    void used(JobOutput output) {
        usedAt.put(output, nanoClock.getAsLong());
        count = usedAt.size();
    }

    void makeRoom() {
        keep(most - 1);
    }

    /**
     * Closes half of them, and opens no more than that from now on: the process may not have so many files open, and they are
     * not all ours to take. False when none is open.
     */
    boolean giveBackHalf() {
        int had = usedAt.size();
        most = Math.max(1, had / 2);
        keep(had / 2);
        return had > 0;
    }

    private void keep(int files) {
        Iterator<JobOutput> oldest = usedAt.keySet().iterator();
        while (usedAt.size() > files && oldest.hasNext()) {
            oldest.next().close();
            oldest.remove();
        }
        count = usedAt.size();
    }

    void close(JobOutput output) {
        output.close();
        usedAt.remove(output);
        count = usedAt.size();
    }

    void closeIdle() {
        long now = nanoClock.getAsLong();
        usedAt.entrySet().removeIf(entry -> {
            boolean closes = entry.getKey().job.ended || now - entry.getValue() >= idleNanos;
            if (closes) {
                entry.getKey().close();
            }
            return closes;
        });
        count = usedAt.size();
    }

    void closeAll() {
        usedAt.keySet().forEach(JobOutput::close);
        usedAt.clear();
        count = 0;
    }

    int count() {
        return count;
    }
}
