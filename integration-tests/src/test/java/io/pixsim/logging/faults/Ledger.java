package io.pixsim.logging.faults;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pixsim.logging.catalog.Wire;

/**
 * Numbered events as an endpoint has stored them.
 *
 * @param numbers every event in order, repeats included
 * @param withoutRepeats what a receiver has that drops an event whose id it knows
 */
record Ledger(List<Long> numbers, List<Long> withoutRepeats) {

    static Ledger of(List<Map<String, Object>> events) {
        List<Long> numbers = new ArrayList<>();
        List<Long> withoutRepeats = new ArrayList<>();
        Set<String> uids = new HashSet<>();
        for (Map<String, Object> event : events) {
            if (event.get(Numbered.NUMBER.name()) instanceof Long number) {
                numbers.add(number);
                if (uids.add(String.valueOf(event.get(Wire.EVENT_UID)))) {
                    withoutRepeats.add(number);
                }
            }
        }
        return new Ledger(numbers, withoutRepeats);
    }

    int size() {
        return withoutRepeats.size();
    }
}
