package io.pixsim.logging.http.wire;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** Reads which events an endpoint has rejected, and why. */
final class RejectedEvents {

    private static final int MOST_REASONS = 5;

    private RejectedEvents() {}

    /**
     * What was stored, event by event.
     *
     * @param rejected what the answer says of it
     * @param stored how many the answer says are stored
     * @param sent how many were sent
     * @return null when nothing is said, or what is said does not fit the number: then only the number counts
     */
    static @Nullable Receipt receipt(@Nullable Object rejected, int stored, int sent) {
        if (!(rejected instanceof List<?> list) || list.isEmpty() || stored + list.size() != sent) {
            return null;
        }
        TreeSet<Integer> refused = new TreeSet<>();
        Set<String> reasons = new LinkedHashSet<>();
        for (Object element : list) {
            if (!(element instanceof Map<?, ?> one)
                    || !(one.get("index") instanceof Long index)
                    || index < 0
                    || index >= sent
                    || !refused.add(index.intValue())) {
                return null;
            }
            if (reasons.size() < MOST_REASONS) {
                reasons.add(String.valueOf(one.get("reason")));
            }
        }
        return new Receipt.Each(
                List.of(), List.copyOf(refused), Excerpt.of(String.join("; ", reasons)), Receipt.Cause.NO_TIME);
    }
}
