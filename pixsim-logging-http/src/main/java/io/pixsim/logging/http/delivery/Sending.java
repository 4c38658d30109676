package io.pixsim.logging.http.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

import io.pixsim.logging.diagnostics.Circuit;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.http.queue.Batch;
import io.pixsim.logging.http.transport.Outcome;
import io.pixsim.logging.http.transport.Outcome.Delivered;
import io.pixsim.logging.http.transport.Outcome.Denied;
import io.pixsim.logging.http.transport.Outcome.Partial;
import io.pixsim.logging.http.transport.Outcome.Rejected;
import io.pixsim.logging.http.transport.Outcome.Retryable;
import io.pixsim.logging.http.transport.Outcome.Setback;
import io.pixsim.logging.http.transport.Outcome.TooLarge;
import io.pixsim.logging.http.transport.Outcome.Unstored;
import io.pixsim.logging.http.transport.Transport;

/** Sends, applies answers, books them, and says how long to leave the endpoint alone. For one thread. */
final class Sending {

    private final Transport transport;
    private final Workload work;
    private final Ledger ledger;
    private final BatchSizing sizing;
    private final DeadLetters deadLetters;
    private final LossReport lossReport;
    private final Troubles troubles;
    private final Supply supply;
    private final LongSupplier clock;
    private final RetrySchedule schedule =
            new RetrySchedule(() -> ThreadLocalRandom.current().nextDouble());
    private int setbacks;
    private int denials;
    private boolean warm;

    Sending(Parts parts, Transport transport, DeadLetters deadLetters, LossReport lossReport) {
        this.transport = transport;
        this.work = parts.work();
        this.ledger = parts.ledger();
        this.sizing = parts.sizing();
        this.supply = parts.supply();
        this.clock = parts.clock();
        this.deadLetters = deadLetters;
        this.lossReport = lossReport;
        this.troubles = new Troubles(ledger);
    }

    /** Whether the endpoint has taken what it was sent last. */
    boolean isWell() {
        return setbacks == 0;
    }

    /** Sends on this thread and waits. Nanoseconds to pause; zero when all is well. */
    long send(boolean closing) {
        if (setbacks > 0) {
            ledger.circuit(Circuit.HALF_OPEN);
        }
        Piece piece = work.send();
        long start = clock.getAsLong();
        Outcome outcome = answerTo(piece.batch(), transport);
        return settle(piece, outcome, clock.getAsLong() - start, closing);
    }

    /** Applies an answer that has just come. Nanoseconds to pause; zero when all is well. */
    long settle(Piece piece, Outcome outcome, long took, boolean closing) {
        long answered = clock.getAsLong();
        long pause = pauseAfter(piece, outcome, took, closing);
        return pause == 0 ? 0 : Math.max(1, pause - (clock.getAsLong() - answered));
    }

    private long pauseAfter(Piece piece, Outcome outcome, long took, boolean closing) {
        book(work.settle(piece, outcome));
        learn(outcome, piece.batch(), took);
        if (outcome instanceof Setback setback) {
            return afterSetback(setback, took, closing);
        }
        if (isNoProgress(outcome)) {
            setbacks = outcome instanceof Partial ? 0 : setbacks;
            return afterSetback(new Retryable("refused, event after event", Duration.ZERO), took, closing);
        }
        succeeded(outcome);
        return 0;
    }

    /** For any thread that has the transport to itself. */
    static Outcome answerTo(Batch batch, Transport transport) {
        try {
            return transport.send(Stamp.shipment(batch));
        } catch (Exception e) {
            // One of the events may be what can't be written.
            return new Unstored(e.getClass().getSimpleName(), Duration.ZERO);
        } catch (Error e) {
            // Should memory run out here, or a class be missing, the events are still ours to deliver later.
            return new Retryable(e.getClass().getSimpleName(), Duration.ZERO);
        }
    }

    private boolean isNoProgress(Outcome outcome) {
        return outcome instanceof Partial partial
                ? !partial.again().isEmpty()
                : (outcome instanceof Rejected || outcome instanceof TooLarge) && work.looksLikeOutage();
    }

    private void book(Settlement settlement) {
        settlement.delivered().ifPresent(ledger::delivered);
        settlement.refused().ifPresent(refused -> {
            ledger.failed(settlement.status() == 0 ? "refused" : "refused with status " + settlement.status());
            if (deadLetters.take(refused, settlement.status(), settlement.reason())) {
                ledger.deadLettered(refused);
            } else {
                ledger.dropped(DropReason.REJECTED, refused);
            }
        });
    }

    private void learn(Outcome outcome, Batch batch, long took) {
        if (outcome instanceof TooLarge) {
            sizing.tooLarge(batch.size(), batch.bytes());
        } else if (outcome instanceof Setback) {
            sizing.setback();
        } else if (outcome instanceof Delivered delivered && delivered.count() == batch.size()) {
            sizing.stored(batch.size(), batch.bytes(), took, supply.waiting() > 0);
        }
    }

    private long afterSetback(Setback setback, long took, boolean closing) {
        setbacks++;
        denials = setback instanceof Denied ? denials + 1 : 0;
        ledger.retried();
        ledger.failed(setback.reason());
        ledger.circuit(Circuit.OPEN);
        troubles.setback(setback.reason());
        return denials > 0
                ? schedule.pauseWhileDenied(denials, setback.leastPause())
                : schedule.pauseNanos(setbacks, setback.leastPause(), took, closing);
    }

    private void succeeded(Outcome outcome) {
        setbacks = 0;
        denials = 0;
        ledger.circuit(Circuit.CLOSED);
        troubles.success();
        if (outcome instanceof Delivered) {
            lossReport.delivered();
        }
    }

    /** To be called in a pause. */
    void warmUp() {
        if (!warm) {
            warm = true;
            transport.warmUp();
        }
    }

    /** Gives up what was taken before that time. */
    void expire(long before) {
        List<Batch> expired = work.expire(before);
        expired.forEach(batch -> ledger.dropped(DropReason.EXPIRED, batch));
    }
}
