package io.pixsim.logging.gate;

import java.time.Duration;
import java.util.Comparator;
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
    private volatile Threshold leastConfigured = Threshold.OFF;

    LevelOverrides(LongSupplier nanoClock) {
        this.jobs = new TimedThresholds(nanoClock);
        this.domains = new TimedThresholds(nanoClock);
    }

    /** Takes other domains from the configuration; they replace what was changed at run time. */
    synchronized void configure(Map<String, Threshold> domains) {
        this.configured = Map.copyOf(domains);
        this.domains.clear();
        this.leastConfigured =
                domains.values().stream().min(Comparator.naturalOrder()).orElse(Threshold.OFF);
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
        return jobs.isEmpty() && domains.isEmpty() && configured.isEmpty();
    }

    /** Whether any override could show an event of this severity: the cheap question before the exact one. */
    boolean mayShow(Severity severity) {
        return leastConfigured.shows(severity)
                || jobs.least().shows(severity)
                || domains.least().shows(severity);
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
}
