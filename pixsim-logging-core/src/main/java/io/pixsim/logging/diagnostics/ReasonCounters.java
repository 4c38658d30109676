package io.pixsim.logging.diagnostics;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * A counter for each reason of an enum. Safe for use by many threads, which do not wait for one another.
 *
 * @param <R> the reasons
 */
public final class ReasonCounters<R extends Enum<R>> {

    private final EnumMap<R, LongAdder> counters;

    /**
     * Counters that stand at zero.
     *
     * @param reasons the enum
     */
    public ReasonCounters(Class<R> reasons) {
        counters = new EnumMap<>(reasons);
        for (R reason : reasons.getEnumConstants()) {
            counters.put(reason, new LongAdder());
        }
    }

    /**
     * Counts one event.
     *
     * @param reason its reason
     */
    public void count(R reason) {
        count(reason, 1);
    }

    /**
     * Counts several events.
     *
     * @param reason their reason
     * @param events how many
     */
    public void count(R reason, long events) {
        LongAdder counter = counters.get(reason);
        if (counter != null) {
            counter.add(events);
        }
    }

    /**
     * The counts so far.
     *
     * @return by reason; a reason without events is absent
     */
    public Map<R, Long> snapshot() {
        return counters.entrySet().stream()
                .filter(entry -> entry.getValue().sum() > 0)
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().sum()));
    }
}
