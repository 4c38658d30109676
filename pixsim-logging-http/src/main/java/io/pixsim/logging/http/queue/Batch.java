package io.pixsim.logging.http.queue;

import java.util.List;

/**
 * Finished events that are sent together, oldest first.
 *
 * @param events the events; neither the list nor an event changes any more
 */
public record Batch(List<byte[]> events) {

    /**
     * A batch of these events.
     *
     * @param events the events; neither the list nor an event changes any more
     */
    public Batch {
        events = List.copyOf(events);
    }

    /**
     * How many events there are.
     *
     * @return the number of events
     */
    public int size() {
        return events.size();
    }

    /**
     * How much room the events hold.
     *
     * @return the bytes of all events
     */
    public long bytes() {
        long bytes = 0;
        for (byte[] event : events) {
            bytes += event.length;
        }
        return bytes;
    }

    /**
     * A part of this batch, in the same order.
     *
     * @param from the first event of the part
     * @param to the first event that is not of the part any more
     * @return the events between
     */
    public Batch part(int from, int to) {
        return new Batch(events.subList(from, to));
    }
}
