package io.pixsim.logging.http.delivery;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.http.queue.Batch;
import io.pixsim.logging.http.queue.EventQueue;
import io.pixsim.logging.http.transport.Outcome;
import io.pixsim.logging.http.transport.Outcome.Retryable;
import io.pixsim.logging.http.transport.Outcome.Setback;
import io.pixsim.logging.http.transport.Shipment;
import io.pixsim.logging.http.transport.Transport;

/**
 * The one thread that delivers: waits until a batch is due, sends it, applies the answer, pauses after a setback, until it
 * is told to close and nothing is left, or until delivery is ended from outside.
 */
final class Worker implements Runnable {

    /** A caller is between taking its room and adding its event: a matter of nanoseconds, unless it lost its processor. */
    private static final long SHORTLY = 50_000;

    private final EventQueue queue;
    private final Transport transport;
    private final Ledger ledger;
    private final Doorbell doorbell;
    private final BatchDue due;
    private final RetrySchedule schedule =
            new RetrySchedule(() -> ThreadLocalRandom.current().nextDouble());
    private final LongSupplier nanoClock;
    private final Workload work = new Workload();
    private final String forwarderId = UUID.randomUUID().toString();
    private final Troubles troubles;
    private final AtomicLong flushUpTo = new AtomicLong();
    private final AtomicInteger flushes = new AtomicInteger();
    private volatile boolean closing;
    private long lastLeft;
    private int setbacks;

    Worker(EventQueue queue, Transport transport, Ledger ledger, Doorbell doorbell, BatchDue due, LongSupplier clock) {
        this.queue = queue;
        this.transport = transport;
        this.ledger = ledger;
        this.doorbell = doorbell;
        this.due = due;
        this.nanoClock = clock;
        this.troubles = new Troubles(ledger);
        this.lastLeft = clock.getAsLong() - due.intervalNanos();
    }

    /** The first so many admitted events shall not wait for their batch to fill. */
    void flushUpTo(long admitted) {
        flushUpTo.accumulateAndGet(admitted, Math::max);
        flushes.incrementAndGet();
    }

    /** Nothing more is admitted; deliver what there is, and end. */
    void close() {
        closing = true;
    }

    @Override
    public void run() {
        try {
            while (!finished()) {
                step();
            }
        } finally {
            ledger.end();
            transport.close();
            troubles.losses();
        }
    }

    /** Whatever goes wrong in here, the events are still ours to deliver later. */
    private void step() {
        try {
            takeBatch();
            if (!work.isEmpty()) {
                deliver();
            }
            troubles.losses();
        } catch (Exception | Error e) {
            Diagnostics.shared().trouble("delivery stumbled: " + e.getClass().getName());
            doorbell.sleep(RetrySchedule.BASE);
        }
    }

    private boolean finished() {
        return ledger.ended() || (closing && queue.heldEvents() == 0);
    }

    private void takeBatch() {
        if (!work.wantsMore() || (work.isEmpty() && !isDueAfterWaiting())) {
            return;
        }
        Batch batch = queue.take(due.limits());
        if (batch.size() > 0) {
            work.add(batch);
        } else if (work.isEmpty()) {
            doorbell.sleep(SHORTLY);
        }
    }

    /** Sleeps once, at the most, and says whether a batch is due without having slept. */
    private boolean isDueAfterWaiting() {
        boolean idle = queue.heldEvents() == 0;
        doorbell.arm(idle ? 1 : due.limits().events(), idle ? 1 : due.limits().bytes());
        long wait = nanosUntilDue();
        if (wait > 0 && !finished()) {
            doorbell.sleep(wait);
        }
        doorbell.disarm();
        return wait == 0;
    }

    private long nanosUntilDue() {
        int waiting = queue.heldEvents();
        if (waiting > 0 && (closing || work.taken() < flushUpTo.get())) {
            return 0;
        }
        return due.nanosUntilDue(waiting, queue.heldBytes(), nanoClock.getAsLong() - lastLeft);
    }

    private void deliver() {
        lastLeft = nanoClock.getAsLong();
        Outcome outcome = send(work.nextShipment(forwarderId));
        Settlement settlement = work.settle(outcome);
        ledger.settle(settlement, work.settledUpTo(), outcome instanceof Setback);
        if (outcome instanceof Setback setback && !ledger.ended()) {
            troubles.setback(setback.reason());
            pause(schedule.pauseNanos(++setbacks, setback.leastPause(), closing));
        } else {
            setbacks = 0;
            troubles.success();
        }
    }

    private Outcome send(Shipment shipment) {
        try {
            return transport.send(shipment);
        } catch (Exception | Error e) {
            // Should memory run out here, or a class be missing, the events are still ours to deliver later.
            return new Retryable(e.getClass().getSimpleName(), Duration.ZERO);
        }
    }

    /**
     * A close and a flush cut the pause short, once each: somebody waits, so there is one more try, whatever the endpoint
     * asked for.
     */
    private void pause(long nanos) {
        boolean closingBefore = closing;
        int flushesBefore = flushes.get();
        long until = nanoClock.getAsLong() + nanos;
        long left = nanos;
        while (left > 0 && closing == closingBefore && flushes.get() == flushesBefore && !ledger.ended()) {
            doorbell.sleep(left);
            left = until - nanoClock.getAsLong();
        }
    }
}
