package io.pixsim.logging.http.delivery;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.http.queue.Batch;
import io.pixsim.logging.http.queue.BatchLimits;
import io.pixsim.logging.http.queue.EventQueue;

/**
 * The one thread that sends: waits until a batch is due, has it sent, pauses after a setback, until it is told to close
 * and nothing is left, or until delivery is ended from outside.
 */
final class Worker implements Runnable {

    /** A caller is between taking its room and adding its event: a matter of nanoseconds, unless it lost its processor. */
    private static final long SHORTLY = 50_000;

    private final EventQueue queue;
    private final Supply supply;
    private final Ledger ledger;
    private final Doorbell doorbell;
    private final BatchDue due;
    private final BatchSizing sizing;
    private final long mostWaitingBytes;
    private final Workload work;
    private final Sending sending;
    private final Lanes lanes;
    private final Troubles troubles;
    private final Ages ages;
    private final LongSupplier clock;
    private final String origin;
    private final boolean alwaysRings;
    private final long deadline;
    private final AtomicLong flushUpTo = new AtomicLong();
    private final AtomicInteger flushes = new AtomicInteger();
    private volatile boolean closing;
    private long lastLeft;
    private long eventBytes = 1;
    private boolean closingBefore;
    private int flushesBefore;
    private boolean wasEmpty = true;
    private boolean catchingUp;

    Worker(Parts parts, Sending sending, Lanes lanes, Duration deadline) {
        this.queue = parts.queue();
        this.supply = parts.supply();
        this.ledger = parts.ledger();
        this.doorbell = parts.sender();
        this.due = parts.due();
        this.sizing = parts.sizing();
        this.mostWaitingBytes = parts.enoughBytes();
        this.work = parts.work();
        this.ages = parts.ages();
        this.clock = parts.clock();
        this.origin = parts.origin();
        this.sending = sending;
        this.lanes = lanes;
        this.deadline = deadline.toNanos();
        this.troubles = new Troubles(ledger);
        this.alwaysRings = due.gather() >= sizing.limits().events();
        this.lastLeft = clock.getAsLong() - Math.max(due.intervalNanos(), BatchDue.PAUSE);
    }

    /** Own events with a lower number shall not wait for their batch to fill. */
    void flushUpTo(long number) {
        flushUpTo.accumulateAndGet(number, Math::max);
        flushes.incrementAndGet();
        doorbell.ring();
    }

    /** Nothing more is admitted; deliver what there is, and end. */
    void close() {
        closing = true;
        doorbell.ring();
    }

    @Override
    public void run() {
        try {
            while (!finished()) {
                step();
            }
        } finally {
            ledger.end();
            lanes.close();
            troubles.losses();
        }
    }

    /** Whatever goes wrong in here, the events are still ours to deliver later. */
    private void step() {
        try {
            settleAnswered();
            if (mustAwaitAnswers()) {
                awaitAnswers();
            } else {
                takeBatch();
                if (!work.isEmpty()) {
                    deliver();
                }
            }
            noteProgress();
            troubles.losses();
        } catch (Exception | Error e) {
            Diagnostics.shared().trouble("delivery stumbled: " + e.getClass().getName());
            doorbell.sleep(RetrySchedule.BASE);
        }
    }

    private boolean finished() {
        return ledger.ended() || (closing && work.isEmpty() && supply.isDone());
    }

    private void settleAnswered() {
        long pause = 0;
        for (Answered next = lanes.poll(); next != null; next = lanes.poll()) {
            pause = Math.max(pause, sending.settle(next.piece(), next.outcome(), next.nanos(), closing));
        }
        rest(pause);
    }

    /**
     * While some are under way only a full one joins them: else many small ones would. After a setback all answers are
     * awaited, and then one request is sent at a time until all is well again.
     */
    private boolean mustAwaitAnswers() {
        return lanes.isBusy() && (!lanes.hasFree() || !isWell() || supply.waiting() < fullBatch());
    }

    private void awaitAnswers() {
        if (lanes.hasFree() && isWell() && !supply.isOnDisk()) {
            doorbell.arm(supply.nextOwnNumber() + fullBatch(), Long.MAX_VALUE, false);
        }
        if (lanes.nothingAnswered() && (supply.waiting() < fullBatch() || !lanes.hasFree() || !isWell())) {
            doorbell.sleep(BatchDue.LOOK);
        }
        doorbell.disarm();
    }

    /** How many events fill a request, going by the size of the last ones. */
    private long fullBatch() {
        BatchLimits limits = sizing.limits();
        return Math.min(limits.events(), Math.max(1, limits.looseBytes() / eventBytes));
    }

    private boolean isWell() {
        return sending.isWell() && work.isFresh();
    }

    private void noteProgress() {
        supply.settled(work.settledUpTo());
        ledger.settledUpTo(Math.min(work.leastNumber(origin), supply.nextOwnNumber()));
        ages.note(queue.admitted(), ledger.settledUpTo(), clock.getAsLong());
    }

    private void takeBatch() {
        if (!work.wantsMore() || (work.isEmpty() && !isDueAfterWaiting())) {
            return;
        }
        Batch batch = supply.take(sizing.limits(), work.taken());
        if (batch.size() > 0) {
            eventBytes = Math.max(1, batch.bytes() / batch.size());
            work.add(batch, clock.getAsLong());
            catchingUp &= supply.waiting() >= due.gather();
        } else if (work.isEmpty()) {
            doorbell.sleep(SHORTLY);
        }
    }

    /** Sleeps once, at the most, and says whether a batch is due without having slept. */
    private boolean isDueAfterWaiting() {
        long sinceLast = sinceLast();
        boolean empty = supply.waiting() == 0;
        boolean idle = empty && sinceLast >= BatchDue.LOOK;
        if (!supply.isOnDisk()) {
            arm(idle);
        }
        long wait = nanosUntilDue(sinceLast);
        if (wait > 0 && !finished()) {
            doorbell.sleep(idle && wait == BatchDue.NEVER ? wait : Math.min(wait, BatchDue.LOOK));
        }
        doorbell.disarm();
        if (empty && supply.waiting() > 0) {
            ages.begin(ledger.settledUpTo(), clock.getAsLong());
        }
        wasEmpty = empty;
        return wait == 0;
    }

    /** Those who have waited for an endpoint to return wait no longer than it takes. */
    private long sinceLast() {
        long sinceLast = clock.getAsLong() - lastLeft;
        return catchingUp ? Math.max(sinceLast, BatchDue.LOOK) : sinceLast;
    }

    /** The next event is enough where nothing goes on, and where somebody waits for what is still to come. */
    private void arm(boolean idle) {
        long next = supply.nextOwnNumber();
        if (idle || flushUpTo.get() > next) {
            doorbell.arm(next + 1, 1, true);
            return;
        }
        long enough = alwaysRings ? due.gather() : sizing.limits().events();
        doorbell.arm(next + enough, enoughBytes(), !supply.holdsUrgent());
    }

    private long nanosUntilDue(long sinceLast) {
        long waiting = supply.waiting();
        boolean wanted = closing || supply.holdsAdopted() || supply.nextOwnNumber() < flushUpTo.get();
        boolean full = wanted || waiting >= sizing.limits().events() || queue.heldBytes() >= enoughBytes();
        return due.nanosUntilDue(new BatchDue.Waiting(waiting, full, supply.holdsUrgent()), sinceLast, wasEmpty);
    }

    private long enoughBytes() {
        return Math.min(sizing.limits().bytes(), mostWaitingBytes);
    }

    private void deliver() {
        lastLeft = clock.getAsLong();
        // Looked at before the request: who comes while it is under way wants one more try just as well.
        closingBefore = closing;
        flushesBefore = flushes.get();
        boolean wasWell = isWell();
        if (lanes.hasFree() && wasWell) {
            lanes.send(work.send());
        } else {
            rest(sending.send(closingBefore));
        }
        catchingUp |= !wasWell;
    }

    private void rest(long pause) {
        if (pause == 0 || ledger.ended()) {
            return;
        }
        if (deadline > 0) {
            sending.expire(clock.getAsLong() - deadline);
        }
        noteProgress();
        pause(pause);
    }

    /**
     * A close and a flush cut the pause short, once each: somebody waits, so there is one more try, whatever the endpoint
     * asked for.
     */
    private void pause(long nanos) {
        long until = clock.getAsLong() + nanos;
        sending.warmUp();
        long left = until - clock.getAsLong();
        while (left > 0 && closing == closingBefore && flushes.get() == flushesBefore && !ledger.ended()) {
            doorbell.sleep(left);
            left = until - clock.getAsLong();
        }
    }
}
