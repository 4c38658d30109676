package io.pixsim.logging.http.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.pixsim.logging.http.queue.Batch;
import io.pixsim.logging.http.transport.Outcome;
import io.pixsim.logging.http.transport.Outcome.Delivered;
import io.pixsim.logging.http.transport.Outcome.Partial;
import io.pixsim.logging.http.transport.Outcome.Rejected;
import io.pixsim.logging.http.transport.Outcome.TooLarge;
import io.pixsim.logging.http.transport.Outcome.Unstored;
import io.pixsim.logging.http.transport.Shipment;

/**
 * What was taken from the queue and is not settled yet, and the rules by which an answer settles it. One bad event must
 * cost only itself, and a failing endpoint must cost none:
 *
 * <ol>
 *   <li>Stored in part: the first one missing is suspected; the rest goes again without it.
 *   <li>Refused: halved, down to the event that is refused alone, which is lost.
 *   <li>Answered, but nothing stored: the same again, then halved. An event that fails alone is put behind the others, and
 *       is given up only when it failed alone {@value #TRIES} times <em>and</em> the endpoint has stored something since
 *       its batch first failed and since the last one was given up: two that fail in a row look like an endpoint that
 *       fails, and wait. When only such events are left, others are taken from the queue to learn who is to blame.
 *   <li>Not reached, or no time: the same again.
 * </ol>
 *
 * <p>For one thread. No clock and no network in here.
 */
final class Workload {

    /** How often an event fails alone, or a batch as a whole, before it is to blame. */
    static final int TRIES = 3;

    private final Deque<Piece> pieces = new ArrayDeque<>();
    private long taken;
    private long stored;
    private long storedAtLastLoss;

    /** Whether another batch should be taken before anything is sent. */
    boolean wantsMore() {
        return pieces.stream().allMatch(piece -> piece.failedAlone() && !endpointWorksSince(piece));
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    void add(Batch batch) {
        pieces.addFirst(Piece.fresh(batch, taken));
        taken += batch.size();
    }

    /** What is to be sent next. */
    Batch next() {
        return pieces.element().batch();
    }

    /** As {@link #next}, under a name that is the same for the same events of the same forwarder. */
    Shipment nextShipment(String forwarderId) {
        Piece piece = pieces.element();
        return new Shipment(
                forwarderId + "-" + piece.first() + "-" + piece.size(),
                piece.batch().events());
    }

    /** How many events were ever taken. */
    long taken() {
        return taken;
    }

    /** All events taken before this one are settled. */
    long settledUpTo() {
        return pieces.stream().mapToLong(Piece::first).min().orElse(taken);
    }

    /** Applies the answer to what was sent last. */
    Settlement settle(Outcome outcome) {
        Piece piece = pieces.remove();
        if (outcome instanceof Delivered delivered) {
            return delivered(piece, delivered.count());
        }
        if (outcome instanceof Rejected || outcome instanceof TooLarge) {
            return rejected(piece);
        }
        if (outcome instanceof Partial partial) {
            return partial(piece, partial);
        }
        if (outcome instanceof Unstored) {
            return unstored(piece);
        }
        pieces.addFirst(piece);
        return Settlement.NOTHING;
    }

    private Settlement delivered(Piece piece, int count) {
        long storedBefore = stored;
        stored += count;
        if (count < piece.size()) {
            // It stopped the endpoint in a request that went well so far, so one more failure is proof enough.
            pieces.addLast(piece.part(count, count + 1).afterFailures(TRIES - 1, storedBefore));
        }
        if (count + 1 < piece.size()) {
            pieces.addFirst(piece.part(count + 1, piece.size()));
        }
        return new Settlement(count, 0, piece.batch().part(0, count).bytes());
    }

    private Settlement partial(Piece piece, Partial told) {
        for (int i = told.again().size() - 1; i >= 0; i--) {
            int index = told.again().get(i);
            pieces.addFirst(piece.part(index, index + 1));
        }
        List<byte[]> settled = new ArrayList<>(piece.batch().events());
        told.again().forEach(index -> settled.set(index, new byte[0]));
        int refused = told.refused().size();
        int delivered = piece.size() - told.again().size() - refused;
        stored += delivered;
        return new Settlement(delivered, refused, new Batch(settled).bytes());
    }

    private Settlement rejected(Piece piece) {
        if (piece.size() == 1) {
            return new Settlement(0, 1, piece.batch().bytes());
        }
        halve(piece);
        return Settlement.NOTHING;
    }

    private Settlement unstored(Piece piece) {
        Piece failed = piece.failed(stored);
        if (failed.size() == 1) {
            return failedAlone(failed);
        }
        if (failed.failures() < TRIES) {
            pieces.addFirst(failed);
        } else {
            halve(failed);
        }
        return Settlement.NOTHING;
    }

    private Settlement failedAlone(Piece event) {
        if (event.failures() >= TRIES && endpointWorksSince(event)) {
            storedAtLastLoss = stored;
            return new Settlement(0, 1, event.batch().bytes());
        }
        pieces.addLast(event);
        return Settlement.NOTHING;
    }

    private boolean endpointWorksSince(Piece failed) {
        return stored > failed.storedBefore() && stored > storedAtLastLoss;
    }

    private void halve(Piece piece) {
        int middle = piece.size() / 2;
        pieces.addFirst(half(piece, middle, piece.size()));
        pieces.addFirst(half(piece, 0, middle));
    }

    /** A half that fails is halved at once, but an event alone gets all its tries. */
    private static Piece half(Piece piece, int from, int to) {
        Piece half = piece.part(from, to);
        boolean again = piece.failures() > 0 && half.size() > 1;
        return half.afterFailures(again ? TRIES - 1 : 0, piece.storedBefore());
    }
}
