package io.pixsim.logging.test.ingest;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One call to the ingest endpoint that waits for its answer.
 *
 * @param events what was sent; empty when the body was refused
 * @param store stores events and makes the answer of a backend that is well, or the refusal of the body
 * @param errors makes the answers of a backend that is not
 * @param gate where the call waits when it is to be answered late
 */
record Call(List<Map<String, @Nullable Object>> events, Store store, ErrorBodies errors, Hold.Gate gate) {

    Reply stored() {
        return store.store(events);
    }

    Reply storedOnly(int atMost) {
        return store.store(events.subList(0, Math.min(atMost, events.size())));
    }

    /** Where the events of a call go. */
    @FunctionalInterface
    interface Store {
        Reply store(List<Map<String, @Nullable Object>> events);
    }
}
