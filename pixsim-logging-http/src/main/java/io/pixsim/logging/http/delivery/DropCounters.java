package io.pixsim.logging.http.delivery;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

import io.pixsim.logging.diagnostics.DropReason;

/** One counter for each reason. Safe for use by many threads. */
final class DropCounters {

    /** Complete from the start and never changed, so that it can be read without a lock. */
    private final Map<DropReason, LongAdder> counters = new EnumMap<>(DropReason.class);

    DropCounters() {
        for (DropReason reason : DropReason.values()) {
            counters.put(reason, new LongAdder());
        }
    }

    void add(DropReason reason, long count) {
        counter(reason).add(count);
    }

    long count(DropReason reason) {
        return counter(reason).sum();
    }

    /** The reasons that have losses. */
    Map<DropReason, Long> snapshot() {
        Map<DropReason, Long> losses = new EnumMap<>(DropReason.class);
        counters.forEach((reason, counter) -> {
            long count = counter.sum();
            if (count > 0) {
                losses.put(reason, count);
            }
        });
        return losses;
    }

    private LongAdder counter(DropReason reason) {
        return Objects.requireNonNull(counters.get(reason));
    }
}
