package io.pixsim.logging.http.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Events on their way from many threads to one. Bounded from end to end: an event holds its room from the moment it is
 * admitted until {@link #release} says that it is delivered or lost, so what waits, what is on its way and what is being
 * tried again never exceed the bounds together.
 *
 * <ul>
 *   <li>Full: the newest event is refused, at once. A tenth of the room is kept for urgent events.
 *   <li>Empty: {@link #take} gives an empty batch, at once.
 *   <li>Closed: later events are refused; what was admitted can still be taken.
 *   <li>Abandoned: what is held is forgotten, and counted once, even an event whose {@link #offer} is still running.
 * </ul>
 *
 * {@link #offer} takes no lock and waits for nothing. {@link #take} is for one thread.
 */
public final class EventQueue {

    private final Queue<byte[]> events = new ConcurrentLinkedQueue<>();
    private final Room room;

    /**
     * An empty queue.
     *
     * @param maxEvents the most events that it holds
     * @param maxBytes the most bytes that those have together
     */
    public EventQueue(int maxEvents, long maxBytes) {
        room = new Room(maxEvents, maxBytes);
    }

    /**
     * Hands an event over.
     *
     * @param event the finished event; not copied, must not be changed any more
     * @param urgent whether it may use the room that is kept for urgent events
     * @return what became of it
     */
    public Admission offer(byte[] event, boolean urgent) {
        Admission admission = room.reserve(event.length, urgent);
        if (admission == Admission.ADMITTED) {
            events.add(event);
        }
        return admission;
    }

    /**
     * Takes the oldest events. They hold their room until they are released.
     *
     * @param limits how many to take; an event that is larger than the limit is taken alone
     * @return the events, in the order in which they were admitted; none when none waits
     */
    public Batch take(BatchLimits limits) {
        List<byte[]> taken = new ArrayList<>(Math.min(limits.events(), room.events()));
        long bytes = 0;
        byte[] next = events.peek();
        while (next != null
                && taken.size() < limits.events()
                && (taken.isEmpty() || bytes + next.length <= limits.bytes())) {
            bytes += next.length;
            taken.add(next);
            events.remove();
            next = events.peek();
        }
        return new Batch(taken);
    }

    /**
     * Gives back the room of events that were taken and are delivered or lost now.
     *
     * @param count how many events
     * @param bytes their bytes
     */
    public void release(int count, long bytes) {
        room.release(count, bytes);
    }

    /** Takes no more events. */
    public void close() {
        room.close();
    }

    /**
     * Takes no more events and forgets those that it has, taken ones included. Nothing may be released afterwards.
     *
     * @return how many events were held
     */
    public int abandon() {
        int held = room.abandon();
        events.clear();
        return held;
    }

    /**
     * How many events hold room.
     *
     * @return those that wait and those that were taken and not released
     */
    public int heldEvents() {
        return room.events();
    }

    /**
     * How much room is held.
     *
     * @return the bytes of those that wait and those that were taken and not released
     */
    public long heldBytes() {
        return room.bytes();
    }
}
