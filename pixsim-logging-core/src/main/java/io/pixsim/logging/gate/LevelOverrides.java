package io.pixsim.logging.gate;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Thresholds that hold in place of the logger's level, the closest first: the job's, the domain's as changed at run time,
 * the domain's as configured. Safe for use by many threads.
 */
final class LevelOverrides {

    private final TimedThresholds jobs;
    private final TimedThresholds domains;
    private volatile Map<String, Threshold> configured = Map.of();
    private volatile Threshold least = Threshold.OFF;
    private volatile boolean empty = true;

    LevelOverrides(LongSupplier nanoClock) {
        this.jobs = new TimedThresholds(nanoClock, this::recount);
        this.domains = new TimedThresholds(nanoClock, this::recount);
    }

    /** Takes other domains from the configuration; they replace what was changed at run time. */
    void configure(Map<String, Threshold> replacement) {
        configured = Map.copyOf(replacement);
        domains.clear();
    }

    void job(String jobId, Threshold threshold, @Nullable Duration time) {
        jobs.put(jobId, threshold, time);
    }

    void domain(String domain, Threshold threshold, @Nullable Duration time) {
        domains.put(domain, threshold, time);
    }

    void forgetJob(String jobId) {
        jobs.remove(jobId);
    }

    void forgetDomain(String domain) {
        domains.remove(domain);
    }

    boolean isEmpty() {
        return empty;
    }

    /** Whether any override could show an event of this severity: the cheap question before the exact one. */
    boolean mayShow(Severity severity) {
        return least.shows(severity);
    }

    /** The threshold that holds for a job; null when there is none. */
    @Nullable
    Threshold ofJob(String jobId) {
        return jobs.isEmpty() ? null : jobs.find(jobId);
    }

    /** The threshold that holds for a call in place of its logger's level; null when there is none. */
    @Nullable
    Threshold find(Call call) {
        Threshold ofJob = jobs.isEmpty() ? null : jobs.find(call.jobId());
        if (ofJob != null) {
            return ofJob;
        }
        if (domains.isEmpty() && configured.isEmpty()) {
            return null;
        }
        String domain = call.field(Fields.DOMAIN.name());
        Threshold changed = domains.find(domain);
        return changed != null || domain == null ? changed : configured.get(domain);
    }

    /** Runs after each change; the lock is the last one taken. */
    private synchronized void recount() {
        Threshold smallest = min(jobs.least(), domains.least());
        for (Threshold threshold : configured.values()) {
            smallest = min(smallest, threshold);
        }
        least = smallest;
        empty = configured.isEmpty() && jobs.isEmpty() && domains.isEmpty();
    }

    private static Threshold min(Threshold one, Threshold other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
