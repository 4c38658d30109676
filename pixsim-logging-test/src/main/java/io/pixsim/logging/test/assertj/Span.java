package io.pixsim.logging.test.assertj;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.test.CapturedEvent;

/**
 * The time that events take up. They need not stand in the order of their times.
 *
 * @param first the index of the earliest
 * @param last the index of the latest
 * @param time from the one to the other
 */
record Span(int first, int last, Duration time) {

    /** The span of events; empty when there are none. */
    static Optional<Span> of(List<CapturedEvent> events) {
        if (events.isEmpty()) {
            return Optional.empty();
        }
        int first = 0;
        int last = 0;
        for (int i = 1; i < events.size(); i++) {
            first = time(events.get(i)).isBefore(time(events.get(first))) ? i : first;
            last = time(events.get(i)).isAfter(time(events.get(last))) ? i : last;
        }
        return Optional.of(new Span(first, last, Duration.between(time(events.get(first)), time(events.get(last)))));
    }

    private static Instant time(CapturedEvent event) {
        return Instant.parse(String.valueOf(event.field(Fields.TIMESTAMP)));
    }
}
