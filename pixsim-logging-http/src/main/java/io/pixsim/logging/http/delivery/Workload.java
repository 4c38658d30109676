package io.pixsim.logging.http.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.pixsim.logging.http.queue.Batch;
import io.pixsim.logging.http.transport.Outcome;
import io.pixsim.logging.http.transport.Outcome.Delivered;
import io.pixsim.logging.http.transport.Outcome.Partial;
import io.pixsim.logging.http.transport.Outcome.Rejected;
import io.pixsim.logging.http.transport.Outcome.TooLarge;
import io.pixsim.logging.http.transport.Outcome.Unstored;

/**
 * What was taken to be sent and is not settled yet, and the rules by which an answer settles it. One bad event must cost
 * only itself, and a failing endpoint must cost none:
 *
 * <ol>
 *   <li>Stored in part: the first one missing is suspected; the rest goes again without it. Where the endpoint answers for
 *       each event, each goes the way that it says.
 *   <li>Refused, or too large: halved, down to the event that is refused alone, which is given up.
 *   <li>Answered, but nothing stored: the same again, then halved. An event that fails alone is put behind the others, and
 *       is given up only when it failed alone {@value #TRIES_ALONE} times and the endpoint has stored something since its batch
 *       first failed.
 *   <li>Two that fail alone in a row look like an endpoint that fails: none is given up until it has stored something
 *       again, what is left is tried in turn instead of halved, and one more batch is taken to learn who is to blame.
 *   <li>Not reached, or no time: the same again.
 * </ol>
 *
 * <p>For one thread. No clock and no network in here.
 */
final class Workload {

    /** How often a batch fails as a whole before it is halved. */
    static final int TRIES = 3;

    /** How often an event fails alone before it is to blame: an endpoint may stumble at random, and that often by chance. */
    static final int TRIES_ALONE = 6;

    /** The same, of a batch, while all points to the endpoint. */
    static final int TRIES_IN_OUTAGE = 16;

    private static final long NEVER = -1;

    private final Deque<Piece> pieces = new ArrayDeque<>();
    /**
     * Sent, and not answered yet. Not by equality: of records, what the JDK makes for that stays, and with it a class loader
     * that is to go away.
     */
    private final Set<Piece> underWay = Collections.newSetFromMap(new IdentityHashMap<>());

    private final FailedAlone failedAlone = new FailedAlone();
    private long taken;
    private long stored;
    private long storedAtLastLoss = NEVER;
    private boolean probed;

    /** Whether another batch should be taken before anything is sent. */
    boolean wantsMore() {
        return pieces.isEmpty() || (!probed && pieces.stream().allMatch(this::failsInVain));
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    void add(Batch batch, long now) {
        probed = !pieces.isEmpty();
        pieces.addFirst(Piece.fresh(batch, taken, now));
        taken += batch.size();
    }

    /** What is to be sent next. */
    Batch next() {
        return pieces.element().batch();
    }

    /** The same, which is under way from now on until it is settled. */
    Piece send() {
        Piece piece = pieces.remove();
        underWay.add(piece);
        return piece;
    }

    /** Whether all that is left failed never, so that several may be under way. */
    boolean isFresh() {
        return pieces.stream().noneMatch(Piece::hasFailed);
    }

    /** All events taken before this one are settled. */
    long settledUpTo() {
        return unsettled().mapToLong(Piece::first).min().orElse(taken);
    }

    private Stream<Piece> unsettled() {
        return Stream.concat(pieces.stream(), underWay.stream());
    }

    /** How many events were ever taken. */
    long taken() {
        return taken;
    }

    /** The least number of an origin's events that are not settled. */
    long leastNumber(String origin) {
        return unsettled()
                .filter(piece -> piece.batch().origin().equals(origin))
                .mapToLong(piece -> piece.batch().number(0))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Gives up what was taken before that time and is not under way. */
    List<Batch> expire(long before) {
        List<Batch> expired = new ArrayList<>();
        for (Iterator<Piece> all = pieces.iterator(); all.hasNext(); ) {
            Piece piece = all.next();
            if (piece.since() - before < 0) {
                expired.add(piece.batch());
                all.remove();
            }
        }
        return expired;
    }

    /** Applies the answer to what was sent. */
    Settlement settle(Piece piece, Outcome outcome) {
        underWay.remove(piece);
        if (outcome instanceof Delivered delivered) {
            return delivered(piece, Math.min(delivered.count(), piece.size()));
        }
        if (outcome instanceof Partial partial) {
            return partial(piece, partial);
        }
        if (outcome instanceof Rejected rejected) {
            return refused(piece, rejected.status(), rejected.reason());
        }
        if (outcome instanceof TooLarge large) {
            return tooLarge(piece, large.status());
        }
        if (outcome instanceof Unstored unstored) {
            return unstored(piece, unstored.reason());
        }
        pieces.addFirst(piece);
        return Settlement.NOTHING;
    }

    private void stored(int count) {
        if (count > 0) {
            stored += count;
            probed = false;
            failedAlone.reset();
        }
    }

    private Settlement delivered(Piece piece, int count) {
        long storedBefore = stored;
        stored(count);
        if (count < piece.size()) {
            // It stopped the endpoint in a request that went well so far, so one more failure is proof enough.
            pieces.addLast(piece.part(count, count + 1).afterFailures(TRIES_ALONE - 1, storedBefore));
        }
        if (count + 1 < piece.size()) {
            pieces.addFirst(piece.part(count + 1, piece.size()));
        }
        return Settlement.delivered(
                count == piece.size() ? piece.batch() : piece.batch().part(0, count));
    }

    private Settlement partial(Piece piece, Partial partial) {
        TreeSet<Integer> others = new TreeSet<>(partial.again());
        others.addAll(partial.refused());
        List<Integer> good = new ArrayList<>();
        for (int i = 0; i < piece.size(); i++) {
            if (!others.contains(i)) {
                good.add(i);
            }
        }
        stored(good.size());
        if (!partial.again().isEmpty()) {
            pieces.addFirst(piece.pick(partial.again()));
        }
        return new Settlement(some(piece, good), some(piece, partial.refused()), 0, partial.reason());
    }

    private static Optional<Batch> some(Piece piece, List<Integer> indexes) {
        return indexes.isEmpty() ? Optional.empty() : Optional.of(piece.batch().pick(indexes));
    }

    private Settlement tooLarge(Piece piece, int status) {
        if (piece.isAlone() || looksLikeOutage()) {
            return refused(piece, status, "too large");
        }
        halve(piece);
        return Settlement.NOTHING;
    }

    private Settlement refused(Piece piece, int status, String reason) {
        Piece failed = piece.failed(stored);
        if (failed.isAlone()) {
            return stored > storedAtLastLoss ? giveUp(failed, status, reason) : keep(failed);
        }
        return waitOrHalve(failed, 1);
    }

    private Settlement unstored(Piece piece, String reason) {
        Piece failed = piece.failed(stored);
        if (failed.isAlone()) {
            boolean proven = failed.failures() >= TRIES_ALONE && endpointWorksSince(failed);
            return proven ? giveUp(failed, 0, reason) : keep(failed);
        }
        return waitOrHalve(failed, TRIES);
    }

    private Settlement waitOrHalve(Piece failed, int tries) {
        if (looksLikeOutage() && failed.failures() < TRIES_IN_OUTAGE) {
            pieces.addLast(failed);
        } else if (failed.failures() < tries) {
            pieces.addFirst(failed);
        } else {
            halve(failed);
        }
        return Settlement.NOTHING;
    }

    private Settlement giveUp(Piece event, int status, String reason) {
        storedAtLastLoss = stored;
        failedAlone.add(event);
        return Settlement.refused(event.batch(), status, reason);
    }

    private Settlement keep(Piece event) {
        failedAlone.add(event);
        pieces.addLast(event);
        return Settlement.NOTHING;
    }

    /** Whether all points to the endpoint, not to the events. */
    boolean looksLikeOutage() {
        return failedAlone.areSeveral();
    }

    private boolean failsInVain(Piece piece) {
        return piece.hasFailed() && !endpointWorksSince(piece) && (piece.isAlone() || looksLikeOutage());
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
        boolean again = piece.hasFailed() && !half.isAlone();
        return half.afterFailures(again ? TRIES - 1 : 0, piece.storedBefore());
    }
}
