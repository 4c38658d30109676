package io.pixsim.logging.http.delivery;

import java.util.Queue;
import java.util.function.LongSupplier;

import io.pixsim.logging.http.transport.Transport;
import org.jspecify.annotations.Nullable;

/** A thread that sends what it is given, one piece after the other. */
final class Lane implements Runnable {

    private final Transport transport;
    private final Queue<Answered> answered;
    private final Doorbell sender;
    private final Doorbell own = new Doorbell();
    private final LongSupplier clock;
    private volatile @Nullable Piece piece;
    private volatile boolean closed;

    Lane(Transport transport, Queue<Answered> answered, Doorbell sender, LongSupplier clock) {
        this.transport = transport;
        this.answered = answered;
        this.sender = sender;
        this.clock = clock;
    }

    Doorbell doorbell() {
        return own;
    }

    void send(Piece next) {
        piece = next;
        own.ring();
    }

    /** Ends when what it was given has its answer. */
    void close() {
        closed = true;
        own.ring();
    }

    @Override
    public void run() {
        while (true) {
            Piece next = piece;
            if (next != null) {
                piece = null;
                long start = clock.getAsLong();
                answered.add(
                        new Answered(this, next, Sending.answerTo(next.batch(), transport), clock.getAsLong() - start));
                sender.ring();
            } else if (closed) {
                return;
            } else {
                own.sleep(Doorbell.NEVER);
            }
        }
    }
}
