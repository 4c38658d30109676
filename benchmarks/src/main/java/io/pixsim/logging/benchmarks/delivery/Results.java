package io.pixsim.logging.benchmarks.delivery;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What came of a run. */
final class Results {

    private final Map<Part, Map<Contestant, Figures>> all = new EnumMap<>(Part.class);

    void add(Part part, Contestant contestant, Figures figures) {
        all.computeIfAbsent(part, each -> new EnumMap<>(Contestant.class)).put(contestant, figures);
    }

    /** Without any figure when it was not measured. */
    Figures of(Part part, Contestant contestant) {
        return all.getOrDefault(part, Map.of()).getOrDefault(contestant, new Figures());
    }

    /** The peer that gets most through, of those whose events have all fields. */
    Contestant fastestPeer(boolean packed) {
        return List.of(Contestant.values()).stream()
                .filter(each -> each.isPeer() && each.packs() == packed)
                .filter(each -> of(Part.RATE, each).get("missing") == 0)
                .max(Comparator.comparingDouble(each -> of(Part.RATE, each).get("rate")))
                .orElseThrow();
    }
}
