package io.pixsim.logging.diagnostics;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
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
    public void add(R reason) {
        add(reason, 1);
    }

    /**
     * Counts several events.
     *
     * @param reason their reason
     * @param events how many
     */
    public void add(R reason, long events) {
        counter(reason).add(events);
    }

    /**
     * The count of one reason so far.
     *
     * @param reason the reason
     * @return how many events
     */
    public long count(R reason) {
        return counter(reason).sum();
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

    private LongAdder counter(R reason) {
        return Objects.requireNonNull(counters.get(reason));
    }
}
