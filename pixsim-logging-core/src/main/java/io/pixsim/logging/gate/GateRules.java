package io.pixsim.logging.gate;

import java.time.Duration;
import java.util.Map;

/**
 * What a gate goes by.
 *
 * @param domains by domain, from which severity on its events are shown, whatever the level of their logger
 * @param paths which request events are written
 * @param sampling what is thinned below warning
 * @param jobSummaries whether an event tells, when a job ends, what it came to
 */
public record GateRules(Map<String, Threshold> domains, PathRules paths, SamplingRules sampling, boolean jobSummaries) {

    /** No rule. */
    public static final GateRules NONE = new GateRules(Map.of(), PathRules.NONE, SamplingRules.NONE);

    /**
     * Copies the map, so that the value never changes.
     *
     * @param domains by domain, from which severity on its events are shown, whatever the level of their logger
     * @param paths which request events are written
     * @param sampling what is thinned below warning
     * @param jobSummaries whether an event tells, when a job ends, what it came to
     */
    public GateRules {
        domains = Map.copyOf(domains);
    }

    /**
     * Rules without summaries of jobs.
     *
     * @param domains by domain, from which severity on its events are shown, whatever the level of their logger
     * @param paths which request events are written
     * @param sampling what is thinned below warning
     */
    public GateRules(Map<String, Threshold> domains, PathRules paths, SamplingRules sampling) {
        this(domains, paths, sampling, false);
    }

    /**
     * What is thinned below warning.
     *
     * @param stages by stage: one in how many events is kept; 1 keeps all
     * @param jobs one in how many jobs is kept, each as a whole; 1 keeps all
     * @param perSecond how many events of one message pattern are kept a second; 0 keeps all
     * @param duplicates for how long an event that says the same again is held back; zero for none
     * @param polling whether unchanged polls are collapsed; then they are not sampled as well
     */
    public record SamplingRules(
            Map<String, Integer> stages, int jobs, int perSecond, Duration duplicates, boolean polling) {

        /** No rule. */
        public static final SamplingRules NONE = stages(Map.of());

        /**
         * Copies the map, so that the value never changes.
         *
         * @param stages by stage: one in how many events is kept; 1 keeps all
         * @param jobs one in how many jobs is kept, each as a whole; 1 keeps all
         * @param perSecond how many events of one message pattern are kept a second; 0 keeps all
         * @param duplicates for how long an event that says the same again is held back; zero for none
         * @param polling whether unchanged polls are collapsed; then they are not sampled as well
         */
        public SamplingRules {
            stages = Map.copyOf(stages);
        }

        /**
         * Stages alone.
         *
         * @param rates by stage: one in how many events is kept
         * @return the rules
         */
        public static SamplingRules stages(Map<String, Integer> rates) {
            return new SamplingRules(rates, 1, 0, Duration.ZERO, false);
        }
    }
}
