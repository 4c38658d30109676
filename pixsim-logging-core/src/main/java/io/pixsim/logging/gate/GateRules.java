package io.pixsim.logging.gate;

import java.util.Map;

/**
 * What a gate goes by.
 *
 * @param domains by domain, from which severity on its events are shown, whatever the level of their logger
 * @param stageRates by stage: one in how many events below warning is kept; 1 keeps all
 */
public record GateRules(Map<String, Threshold> domains, Map<String, Integer> stageRates) {

    /** No rule. */
    public static final GateRules NONE = new GateRules(Map.of(), Map.of());

    /**
     * Copies the maps, so that the value never changes.
     *
     * @param domains by domain, from which severity on its events are shown, whatever the level of their logger
     * @param stageRates by stage: one in how many events below warning is kept; 1 keeps all
     */
    public GateRules {
        domains = Map.copyOf(domains);
        stageRates = Map.copyOf(stageRates);
    }
}
