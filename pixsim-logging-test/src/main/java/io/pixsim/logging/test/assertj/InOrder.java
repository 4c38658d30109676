package io.pixsim.logging.test.assertj;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.pixsim.logging.test.CapturedEvent;

/** Finds things one after the other among events. */
final class InOrder {

    private InOrder() {}

    /** A text about the first thing that is not where it should be, or empty when all are found in their order. */
    static Optional<String> firstMissing(
            List<?> expected, List<CapturedEvent> events, Function<CapturedEvent, ?> property) {
        int from = 0;
        for (Object thing : expected) {
            int at = find(thing, events, from, property);
            if (at < 0) {
                return Optional.of(missing(thing, from, find(thing, events, 0, property)));
            }
            from = at + 1;
        }
        return Optional.empty();
    }

    private static String missing(Object thing, int from, int earlier) {
        if (earlier < 0) {
            return thing + " is missing";
        }
        return thing + " does not come after event " + from + ", only as event " + (earlier + 1);
    }

    private static int find(Object thing, List<CapturedEvent> events, int from, Function<CapturedEvent, ?> property) {
        for (int i = from; i < events.size(); i++) {
            if (thing.equals(property.apply(events.get(i)))) {
                return i;
            }
        }
        return -1;
    }
}
