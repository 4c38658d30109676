package io.pixsim.logging.http.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Events on their way from many threads to those that deliver them. Bounded from end to end: an event holds its room from
 * the moment it is admitted until {@link #release} says that it is delivered or lost, so what waits, what is on its way
 * and what is being tried again never exceed the bounds together. Each admitted event has a number, from 0 on.
 *
 * <ul>
 *   <li>Full: the newest event is refused, at once. A tenth of the room is kept for urgent events.
 *   <li>Empty: {@link #take} gives an empty batch, at once.
 *   <li>Filling up: {@link #pack} makes events that wait smaller, so that more of them fit.
 *   <li>Closed: later events are refused; what was admitted can still be taken.
 *   <li>Abandoned: what is held is forgotten, and counted once, even an event whose {@link #offer} is still running.
 * </ul>
 *
 * {@link #offer} takes no lock, waits for nothing and makes no object. The others share a lock, which is never held for
 * longer than it takes to pack one block.
 */
public final class EventQueue {

    /** The most room that there can be: half a terabyte. */
    public static final long MOST_BYTES = Room.MOST_BYTES;

    private static final int MOST_PLACES = 1 << 16;
    private static final int BLOCK_BYTES = 1 << 16;
    private static final long NONE = -1;

    private final String origin;
    private final int maxEvents;
    private final Ring ring;
    private final Room room;
    private final AtomicLong lastUrgent = new AtomicLong(NONE);

    private final ReentrantLock lock = new ReentrantLock();
    private final PackedEvents packed = new PackedEvents();
    private boolean abandoned;
    /** The room of what is packed, and of what was taken. */
    private final AtomicLong notLoose = new AtomicLong();

    private final AtomicLong head = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong released = new AtomicLong();

    /**
     * An empty queue.
     *
     * @param origin who numbers the events
     * @param maxEvents the most events that it holds
     * @param maxBytes the most bytes that those have together
     */
    public EventQueue(String origin, int maxEvents, long maxBytes) {
        if (maxEvents < 1 || maxEvents > Room.MOST_EVENTS) {
            throw new IllegalArgumentException("maxEvents not in 1.." + Room.MOST_EVENTS + ": " + maxEvents);
        }
        this.origin = origin;
        this.maxEvents = maxEvents;
        this.ring = new Ring(Math.min(maxEvents, MOST_PLACES));
        this.room = new Room(maxBytes);
        admitMore();
    }

    /**
     * Hands an event over.
     *
     * @param event the finished event; not copied, must not be changed any more
     * @param urgent whether it may use the room that is kept for urgent events
     * @return negative when it was refused, see {@link Admission}; else how full the queue is now, see {@link Fill}
     */
    public long offer(byte[] event, boolean urgent) {
        long fill = room.reserve(event.length, urgent);
        if (fill >= 0) {
            ring.put(Room.placeOf(fill), event);
            if (urgent) {
                lastUrgent.accumulateAndGet(room.admitted(head.get()) - 1, Math::max);
            }
        }
        return fill;
    }

    /**
     * Takes the oldest events. They hold their room until they are released, packed ones no more than they did packed.
     *
     * @param limits how many to take; an event that is larger than the limit is taken alone
     * @return the events, in the order in which they were admitted; none when none waits
     */
    public Batch take(BatchLimits limits) {
        lock.lock();
        try {
            long first = taken.getPlain();
            long most = abandoned ? 0 : Math.min(limits.events(), waiting());
            HeldEvents events = new HeldEvents((int) most);
            packed.moveTo(events, most, limits.bytes());
            if (packed.isEmpty()) {
                takeLoose(events, most, limits);
            }
            taken.setRelease(first + events.size());
            admitMore();
            return Batch.inMemory(origin, first, events);
        } finally {
            lock.unlock();
        }
    }

    private void takeLoose(HeldEvents events, long most, BatchLimits limits) {
        long before = events.bytes();
        long mostBytes = Math.min(limits.bytes(), before + limits.looseBytes());
        byte[] next = ring.get(head.getPlain());
        while (next != null && events.size() < most && events.fits(next.length, mostBytes)) {
            events.addLoose(next);
            removeFromRing();
            next = ring.get(head.getPlain());
        }
        notLoose.addAndGet(events.bytes() - before);
    }

    private void removeFromRing() {
        ring.clear(head.getPlain());
        head.setRelease(head.getPlain() + 1);
    }

    /**
     * Packs some of the events that wait, the oldest of those that are not packed.
     *
     * @return whether there were enough for a block
     */
    public boolean pack() {
        lock.lock();
        try {
            List<byte[]> events = abandoned ? List.of() : unpackedBlock();
            if (events.isEmpty()) {
                return false;
            }
            long bytes = packed.add(events);
            room.release(bytesOf(events) - bytes);
            notLoose.addAndGet(bytes);
            admitMore();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** None when they would not fill a block yet. */
    private List<byte[]> unpackedBlock() {
        List<byte[]> events = new ArrayList<>();
        long at = head.getPlain();
        int bytes = 0;
        byte[] next = ring.get(at);
        while (next != null && bytes < BLOCK_BYTES && events.size() < ring.size()) {
            bytes += next.length;
            events.add(next);
            next = ring.get(++at);
        }
        if (bytes < BLOCK_BYTES) {
            return List.of();
        }
        events.forEach(event -> removeFromRing());
        return events;
    }

    private static long bytesOf(List<byte[]> events) {
        return events.stream().mapToLong(event -> event.length).sum();
    }

    /**
     * Gives back the room of events that were taken and are delivered, lost or on disk now.
     *
     * @param batch the events: taken from this queue, or a part of those
     */
    public void release(Batch batch) {
        lock.lock();
        try {
            if (!abandoned) {
                released.setRelease(released.getPlain() + batch.size());
                long freed = batch.settle();
                notLoose.addAndGet(-freed);
                room.release(freed);
                admitMore();
            }
        } finally {
            lock.unlock();
        }
    }

    /** An event needs a place in the ring, and a part of the room. */
    private void admitMore() {
        long places = head.getPlain() + ring.size();
        long events = released.getPlain() + maxEvents;
        room.admitBelow(
                Math.min(places - ring.size() / Room.URGENT_SHARE, events - maxEvents / Room.URGENT_SHARE),
                Math.min(places, events));
    }

    /** Takes no more events. */
    public void close() {
        room.close();
    }

    /**
     * Takes no more events and forgets those that it has, taken ones included. Nothing is taken or released afterwards.
     *
     * @return how many events were held
     */
    public long abandon() {
        lock.lock();
        try {
            if (abandoned) {
                return 0;
            }
            abandoned = true;
            long admitted = room.abandon(head.getPlain());
            long held = admitted - released.getPlain();
            while (head.getPlain() < admitted) {
                removeFromRing();
            }
            packed.clear();
            taken.setRelease(admitted);
            released.setRelease(admitted);
            return held;
        } finally {
            lock.unlock();
        }
    }

    /**
     * {@return how many events were ever admitted, which is the number of the next one}
     */
    public long admitted() {
        return room.admitted(head.get());
    }

    /**
     * {@return how many events were ever taken, which is the number of the next one}
     */
    public long taken() {
        return taken.get();
    }

    /**
     * The number of the last urgent event, or of one shortly after it.
     *
     * @return negative when there was none
     */
    public long lastUrgent() {
        return lastUrgent.get();
    }

    /**
     * How many events wait and are not packed.
     *
     * @return the number of events
     */
    public long unpacked() {
        long first = head.get();
        return room.admitted(first) - first;
    }

    /**
     * How many bytes those have.
     *
     * @return the bytes, about
     */
    public long unpackedBytes() {
        return Math.max(0, room.bytes() - notLoose.get());
    }

    /**
     * How many events wait to be taken.
     *
     * @return the number of events
     */
    public long waiting() {
        long before = taken.get();
        return room.admitted(head.get()) - before;
    }

    /**
     * How many events hold room.
     *
     * @return those that wait and those that were taken and not released
     */
    public long heldEvents() {
        long before = released.get();
        return room.admitted(head.get()) - before;
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
