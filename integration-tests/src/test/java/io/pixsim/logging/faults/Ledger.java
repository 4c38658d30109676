package io.pixsim.logging.faults;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pixsim.logging.catalog.Wire;

/** Events as an endpoint has stored them. Safe for use by many threads. */
final class Ledger {

    private final List<Long> numbers = new ArrayList<>();
    private final List<Long> withoutRepeats = new ArrayList<>();
    private final Set<String> uids = new HashSet<>();

    synchronized void store(List<Map<?, ?>> events) {
        for (Map<?, ?> event : events) {
            if (event.get(Numbered.NUMBER.name()) instanceof Long number) {
                numbers.add(number);
                if (uids.add(String.valueOf(event.get(Wire.EVENT_UID)))) {
                    withoutRepeats.add(number);
                }
            }
        }
    }

    /** Every event in order, repeats included. */
    synchronized List<Long> numbers() {
        return List.copyOf(numbers);
    }

    /** What a receiver has that drops an event whose id it knows. */
    synchronized List<Long> withoutRepeats() {
        return List.copyOf(withoutRepeats);
    }

    synchronized int size() {
        return withoutRepeats.size();
    }
}
