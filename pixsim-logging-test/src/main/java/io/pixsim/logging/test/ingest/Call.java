package io.pixsim.logging.test.ingest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * One call to the ingest endpoint that waits for its answer.
 *
 * @param events what was sent; empty when the body was refused
 * @param bytes how long the body is, unpacked
 * @param intake stores them, and words what is said of it
 * @param gate where the call waits when it is to be answered late
 */
record Call(List<Map<String, @Nullable Object>> events, int bytes, Intake intake, Hold.Gate gate) {

    Reply stored() {
        return intake.all();
    }

    Reply storedOnly(int atMost) {
        return intake.first(atMost);
    }

    Reply storedBut(Predicate<Map<String, @Nullable Object>> bad, int status) {
        Set<Integer> places = new TreeSet<>();
        for (int place = 0; place < events.size(); place++) {
            if (bad.test(events.get(place))) {
                places.add(place);
            }
        }
        return intake.allBut(places, status);
    }

    Reply error(int status, String message) {
        return intake.error(status, message);
    }
}
