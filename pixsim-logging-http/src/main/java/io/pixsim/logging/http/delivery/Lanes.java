package io.pixsim.logging.http.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;

import io.pixsim.logging.http.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Several requests in flight: each lane has a thread and a transport of its own. The sending thread gives a lane a piece
 * and is woken when its answer is there. That thread alone applies answers, so the rules by which they settle events know
 * nothing of lanes. None when one request at a time is enough.
 */
final class Lanes {

    private final List<Lane> all = new ArrayList<>();
    private final Deque<Lane> free = new ArrayDeque<>();
    private final Queue<Answered> answered = new ConcurrentLinkedQueue<>();
    private int busy;

    /**
     * Lanes.
     *
     * @param transports one for each; none when there is but one
     * @param sender wakes the sending thread
     * @param clock nanoseconds
     */
    Lanes(List<Transport> transports, Doorbell sender, LongSupplier clock) {
        if (transports.size() > 1) {
            transports.forEach(transport -> all.add(new Lane(transport, answered, sender, clock)));
        }
        free.addAll(all);
    }

    List<Lane> all() {
        return all;
    }

    boolean isBusy() {
        return busy > 0;
    }

    boolean hasFree() {
        return !free.isEmpty();
    }

    void send(Piece piece) {
        free.remove().send(piece);
        busy++;
    }

    /** Null when no answer is there. */
    @Nullable
    Answered poll() {
        Answered next = answered.poll();
        if (next != null) {
            busy--;
            free.add(next.lane());
        }
        return next;
    }

    boolean nothingAnswered() {
        return answered.isEmpty();
    }

    void close() {
        all.forEach(Lane::close);
    }
}
