package io.pixsim.logging.gate;

import java.util.HashMap;
import java.util.Map;

import io.pixsim.logging.catalog.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The decision on an event that its logger's level let through. Sampling never touches warnings and above. Safe for use
 * by many threads.
 */
public final class Gate {

    /** Lets everything through. */
    public static final Gate OPEN = new Gate(Severity.DEBUG, Map.of());

    private final boolean criticalOnly;
    private final Map<String, StageSampler> samplers = new HashMap<>();

    /**
     * A gate.
     *
     * @param threshold the least severity that is written; logger levels express all but {@link Severity#CRITICAL}
     * @param sampleRates by stage: one in how many events is kept; 1 keeps all
     */
    public Gate(Severity threshold, Map<String, Integer> sampleRates) {
        this.criticalOnly = threshold == Severity.CRITICAL;
        sampleRates.forEach((stage, rate) -> {
            if (rate > 1) {
                samplers.put(stage, new StageSampler(rate));
            }
        });
    }

    /**
     * Whether any event could be held back. When not, callers need not find out what {@link #decide} wants to know.
     *
     * @return true when no event is ever held back
     */
    public boolean isOpen() {
        return !criticalOnly && samplers.isEmpty();
    }

    /**
     * Decides on one event; it counts, so it is called once for each.
     *
     * @param severity how bad the event is
     * @param stage its stage, if it has one
     * @param jobId its job, if it has one
     * @return what becomes of it
     */
    public Decision decide(Severity severity, @Nullable String stage, @Nullable String jobId) {
        if (criticalOnly && severity != Severity.CRITICAL) {
            return Decision.BELOW_CRITICAL;
        }
        if (stage == null || severity.compareTo(Severity.WARNING) >= 0) {
            return Decision.KEEP;
        }
        StageSampler sampler = samplers.get(stage);
        return sampler == null ? Decision.KEEP : sampler.decide(jobId);
    }
}
