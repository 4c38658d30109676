package io.pixsim.logging.http.transport;

import java.util.List;

/**
 * Events that are sent together, under a name by which a receiver knows a repeat.
 *
 * @param id the batch id: the same for every try with the same events, and for no others; visible ASCII
 * @param events finished events, at least one; not copied, neither the list nor an event changes any more
 */
public record Shipment(String id, List<byte[]> events) {

    /**
     * Checks that it can be sent.
     *
     * @param id the batch id
     * @param events finished events
     */
    public Shipment {
        if (id.isEmpty() || !id.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("id is not visible ASCII: " + id);
        }
        if (events.isEmpty()) {
            throw new IllegalArgumentException("events are none");
        }
    }

    /**
     * How many events there are.
     *
     * @return the number of events
     */
    public int size() {
        return events.size();
    }
}
