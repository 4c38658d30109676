package io.pixsim.logging.gate;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

import io.pixsim.logging.catalog.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The decision on an event, once for all sinks: the levels of its job and domain, then sampling, which never touches
 * warnings and above. Rules and levels may change at any time. Safe for use by many threads.
 */
public final class Gate {

    private final LevelOverrides levels;
    private volatile Set<String> criticalOnly = Set.of();
    private volatile Map<String, StageSampler> samplers = Map.of();

    /**
     * A gate that lets everything through until it is told otherwise.
     *
     * @param nanoClock tells when a level for a while has ended
     */
    public Gate(LongSupplier nanoClock) {
        this.levels = new LevelOverrides(nanoClock);
    }

    /**
     * Goes by other rules from now on. Levels of jobs stay, those of domains are replaced.
     *
     * @param rules the rules
     */
    public void use(GateRules rules) {
        levels.configure(rules.domains());
        Map<String, StageSampler> sampled = new HashMap<>();
        rules.stageRates().forEach((stage, rate) -> {
            if (rate > 1) {
                sampled.put(stage, new StageSampler(rate));
            }
        });
        samplers = sampled;
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
        return samplers.isEmpty() && criticalOnly.isEmpty() && levels.isEmpty();
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
            return loggable ? Decision.LEVEL : Decision.HIDE;
        }
        if (threshold == null && isBelowCritical(call, severity)) {
            return Decision.BELOW_CRITICAL;
        }
        String stage = samplers.isEmpty() || severity.compareTo(Severity.WARNING) >= 0 ? null : call.stage();
        StageSampler sampler = stage == null ? null : samplers.get(stage);
        return sampler == null ? Decision.KEEP : sampler.decide(call.jobId());
    }

    private boolean isBelowCritical(Call call, Severity severity) {
        return severity != Severity.CRITICAL && !criticalOnly.isEmpty() && criticalOnly.contains(call.levelOwner());
    }
}
