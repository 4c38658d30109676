package io.pixsim.logging.http.endpoint;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The sequence numbers that an endpoint has stored, in order, repeats included. */
public final class Store {

    private final List<Long> stored = new CopyOnWriteArrayList<>();

    void keep(List<Event> events) {
        stored.addAll(events.stream().map(Event::seq).toList());
    }

    List<Long> stored() {
        return List.copyOf(stored);
    }
}
