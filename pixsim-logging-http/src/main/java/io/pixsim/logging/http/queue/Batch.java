package io.pixsim.logging.http.queue;

import java.util.Arrays;
import java.util.List;

/**
 * Finished events that are sent together, oldest first, each with the number that its origin gave it. Neither list nor
 * event changes any more. For one thread at a time.
 */
public final class Batch {

    private final String origin;
    private final boolean onDisk;
    private final long[] numbers;
    private final HeldEvents events;

    /**
     * A batch.
     *
     * @param origin who numbered the events
     * @param onDisk whether they are on disk, and not to be lost with the process
     * @param numbers their numbers, rising; not copied
     * @param events the events; none of them is copied
     */
    public Batch(String origin, boolean onDisk, long[] numbers, List<byte[]> events) {
        this(origin, onDisk, numbers, HeldEvents.of(events));
    }

    private Batch(String origin, boolean onDisk, long[] numbers, HeldEvents events) {
        this.origin = origin;
        this.onDisk = onDisk;
        this.numbers = numbers;
        this.events = events;
    }

    static Batch inMemory(String origin, long first, HeldEvents events) {
        long[] numbers = new long[events.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = first + i;
        }
        return new Batch(origin, false, numbers, events);
    }

    /**
     * No events.
     *
     * @param origin who would have numbered them
     * @param onDisk whether they would be on disk
     * @return an empty batch
     */
    public static Batch none(String origin, boolean onDisk) {
        return new Batch(origin, onDisk, new long[0], List.of());
    }

    /**
     * Who numbered the events.
     *
     * @return the id of a run of a forwarder
     */
    public String origin() {
        return origin;
    }

    /**
     * Where the events are kept.
     *
     * @return true when they are on disk
     */
    public boolean onDisk() {
        return onDisk;
    }

    /**
     * The number of an event.
     *
     * @param index which event, from 0
     * @return its number among those of its origin
     */
    public long number(int index) {
        return numbers[index];
    }

    /**
     * The numbers of all events.
     *
     * @return not to be changed
     */
    public long[] numbers() {
        return numbers;
    }

    /**
     * The events. Reading packed ones in turn is quick, and here and there is not.
     *
     * @return not to be changed
     */
    public List<byte[]> events() {
        return events;
    }

    /**
     * Where an event is, without a copy.
     *
     * @param index which event, from 0
     * @return an array in which it is, from {@link #start} on; valid until another event is asked for, not to be changed
     */
    public byte[] array(int index) {
        return events.array(index);
    }

    /**
     * Where in {@link #array} an event begins.
     *
     * @param index which event, from 0
     * @return the place of its first byte
     */
    public int start(int index) {
        return events.start(index);
    }

    /**
     * How long an event is.
     *
     * @param index which event, from 0
     * @return its bytes
     */
    public int length(int index) {
        return events.length(index);
    }

    /**
     * How many events there are.
     *
     * @return the number of events
     */
    public int size() {
        return numbers.length;
    }

    /**
     * How large the events are, whether they are packed or not.
     *
     * @return the bytes of all events
     */
    public long bytes() {
        return events.bytes();
    }

    /** The events are settled; gives the room that this frees. */
    long settle() {
        return events.settle();
    }

    /**
     * A part of this batch, in the same order.
     *
     * @param from the first event of the part
     * @param to the first event that is not of the part any more
     * @return the events between
     */
    public Batch part(int from, int to) {
        return new Batch(origin, onDisk, Arrays.copyOfRange(numbers, from, to), events.part(from, to));
    }

    /**
     * Some events of this batch.
     *
     * @param indexes which, from 0, rising
     * @return those events
     */
    public Batch pick(List<Integer> indexes) {
        return new Batch(
                origin, onDisk, indexes.stream().mapToLong(this::number).toArray(), events.pick(indexes));
    }
}
