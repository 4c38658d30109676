package io.pixsim.logging.http.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.diagnostics.LibraryThread;
import io.pixsim.logging.http.queue.Admission;
import io.pixsim.logging.http.queue.BatchLimits;
import io.pixsim.logging.http.queue.EventQueue;
import io.pixsim.logging.http.transport.Transport;

/**
 * Delivers finished events through a transport, on one daemon thread of its own. Callers are never blocked and never see
 * an exception; each event that is handed over is delivered, or waits, or is counted by the reason for which it was lost.
 * Safe for use by many threads.
 *
 * <p>A request whose answer got lost is sent again, so an endpoint may see an event twice.
 */
public final class Forwarder {

    /** The part of a close's deadline that is kept for letting go of thread and connection. */
    private static final long MOST_KEPT_FOR_STOPPING = TimeUnit.MILLISECONDS.toNanos(200);

    private final BatchLimits limits;
    private final EventQueue queue;
    private final Ledger ledger;
    private final Doorbell doorbell = new Doorbell();
    private final Transport transport;
    private final Worker worker;
    private final LibraryThread thread;

    /**
     * A forwarder that runs.
     *
     * @param settings how it gathers and bounds
     * @param transport where the events go; closed with the forwarder
     */
    public Forwarder(ForwarderSettings settings, Transport transport) {
        this.limits = settings.batch();
        this.queue = new EventQueue(settings.queueEvents(), settings.queueBytes());
        this.ledger = new Ledger(queue);
        this.transport = transport;
        BatchDue due = new BatchDue(limits, settings.flushInterval().toNanos());
        this.worker = new Worker(queue, transport, ledger, doorbell, due, System::nanoTime);
        this.thread = new LibraryThread("forwarder", worker);
        this.thread.start();
    }

    /**
     * Hands an event over. Returns at once.
     *
     * @param event the finished event, not empty; must not be changed any more
     * @param urgent whether it may use the room that is kept for urgent events
     */
    public void offer(byte[] event, boolean urgent) {
        ledger.accepted();
        if (event.length > limits.bytes()) {
            ledger.dropped(DropReason.OVERSIZE);
            return;
        }
        Admission admission = queue.offer(event, urgent);
        if (admission == Admission.FULL) {
            ledger.dropped(DropReason.QUEUE_FULL);
        } else if (admission == Admission.CLOSED) {
            ledger.dropped(DropReason.CLOSED);
        } else if (doorbell.isDue(queue.heldEvents(), queue.heldBytes())) {
            doorbell.ring(thread);
        }
    }

    /**
     * Counts an event that was handed over and can't even be offered.
     *
     * @param reason why
     */
    public void drop(DropReason reason) {
        ledger.accepted();
        ledger.dropped(reason);
    }

    /**
     * Waits until all that was handed over before the call is delivered or lost, or the deadline has passed. Does not wait
     * on the forwarder's own thread.
     *
     * @param deadline how long to wait at the most
     * @return what was achieved; pending are those of the events handed over before the call that still wait
     */
    public DeliveryResult flush(Duration deadline) {
        DeliveryStats before = ledger.stats();
        long admitted = ledger.admitted();
        worker.flushUpTo(admitted);
        doorbell.ring(thread);
        long missing = ledger.awaitSettled(admitted, isOwnThread() ? 0 : nanos(deadline));
        DeliveryResult result = DeliveryResult.between(before, ledger.stats());
        return new DeliveryResult(result.delivered(), Math.min(result.pending(), missing), result.dropped());
    }

    /** From now on no event waits for its batch to fill. */
    public void hurry() {
        worker.flushUpTo(Long.MAX_VALUE);
        doorbell.ring(thread);
    }

    /**
     * Takes no more events, delivers what it can within the deadline, drops and counts the rest, and lets go of thread and
     * connection. Of several calls at once, the earliest deadline counts; a call after the end returns at once. On the
     * forwarder's own thread it only says that no more is taken.
     *
     * @param deadline how long to wait at the most
     * @return what was achieved
     */
    public DeliveryResult close(Duration deadline) {
        long start = System.nanoTime();
        DeliveryStats before = ledger.stats();
        queue.close();
        worker.close();
        doorbell.ring(thread);
        if (!isOwnThread()) {
            long total = nanos(deadline);
            ledger.awaitEnd(total - Math.min(total / 10, MOST_KEPT_FOR_STOPPING));
            stop(total - (System.nanoTime() - start));
        }
        return DeliveryResult.between(before, ledger.stats());
    }

    private void stop(long nanos) {
        ledger.end();
        transport.close();
        doorbell.ring(thread);
        try {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(Math.min(nanos, MOST_KEPT_FOR_STOPPING))));
        } catch (InterruptedException e) {
            // Nothing depends on having seen the thread end.
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What became of the events so far.
     *
     * @return a snapshot
     */
    public DeliveryStats stats() {
        return ledger.stats();
    }

    private boolean isOwnThread() {
        return Thread.currentThread() == thread;
    }

    private static long nanos(Duration deadline) {
        if (deadline.isNegative()) {
            return 0;
        }
        // Far beyond this a Duration doesn't fit, and nobody waits that long.
        return deadline.compareTo(Duration.ofDays(1)) > 0 ? TimeUnit.DAYS.toNanos(1) : deadline.toNanos();
    }
}
