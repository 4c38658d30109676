package io.pixsim.logging.http.delivery;

import java.util.ArrayDeque;
import java.util.Deque;

import io.pixsim.logging.http.queue.Batch;
import io.pixsim.logging.http.transport.Outcome;
import io.pixsim.logging.http.transport.Outcome.Delivered;
import io.pixsim.logging.http.transport.Outcome.Rejected;
import io.pixsim.logging.http.transport.Outcome.Unstored;

/**
 * What was taken from the queue and is not settled yet, and the rules by which an answer settles it. One bad event must
 * cost only itself, and a failing endpoint must cost none:
 *
 * <ol>
 *   <li>Stored in part: the first one missing is suspected; the rest goes again without it.
 *   <li>Refused: halved, down to the event that is refused alone, which is lost.
 *   <li>Answered, but nothing stored: the same again, then halved. An event that fails alone is put behind the others, and
 *       is given up only when it failed alone {@value #TRIES} times <em>and</em> the endpoint has stored another since: as
 *       long as nothing is stored at all, it is the endpoint that fails.
 *   <li>Not reached, or no time: the same again.
 * </ol>
 *
 * <p>For one thread. No clock and no network in here.
 */
final class Workload {

    /** How often an event fails alone, or a batch as a whole, before it is to blame. */
    static final int TRIES = 3;

    /** While no more events than this are suspected, others are taken from the queue to learn who is to blame. */
    private static final int MOST_SUSPECTS = 16;

    private final Deque<Piece> pieces = new ArrayDeque<>();
    private long taken;
    private long stored;

    /** Whether another batch should be taken before anything is sent. */
    boolean wantsMore() {
        return pieces.isEmpty()
                || (pieces.size() <= MOST_SUSPECTS && pieces.stream().allMatch(Piece::suspected));
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
        if (outcome instanceof Rejected) {
            return rejected(piece);
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
            pieces.addLast(piece.part(count, count + 1, 0).suspected(TRIES - 1, storedBefore));
        }
        if (count + 1 < piece.size()) {
            pieces.addFirst(piece.part(count + 1, piece.size(), 0));
        }
        return new Settlement(count, 0, piece.batch().part(0, count).bytes());
    }

    private Settlement rejected(Piece piece) {
        if (piece.size() == 1) {
            return new Settlement(0, 1, piece.batch().bytes());
        }
        halve(piece, 0);
        return Settlement.NOTHING;
    }

    private Settlement unstored(Piece piece) {
        if (piece.size() == 1) {
            return failedAlone(piece);
        }
        if (piece.failures() + 1 < TRIES) {
            pieces.addFirst(piece.failedAgain());
        } else {
            halve(piece, TRIES - 1);
        }
        return Settlement.NOTHING;
    }

    private Settlement failedAlone(Piece piece) {
        if (!piece.suspected()) {
            pieces.addLast(piece.suspected(1, stored));
            return Settlement.NOTHING;
        }
        if (piece.failures() + 1 >= TRIES && stored > piece.storedBefore()) {
            return new Settlement(0, 1, piece.batch().bytes());
        }
        pieces.addLast(piece.failedAgain());
        return Settlement.NOTHING;
    }

    private void halve(Piece piece, int failures) {
        int middle = piece.size() / 2;
        pieces.addFirst(piece.part(middle, piece.size(), failures));
        pieces.addFirst(piece.part(0, middle, failures));
    }
}
