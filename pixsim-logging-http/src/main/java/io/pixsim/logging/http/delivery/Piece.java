package io.pixsim.logging.http.delivery;

import java.util.List;

import io.pixsim.logging.http.queue.Batch;

/**
 * A batch, or what is left of one, on its way.
 *
 * @param batch the events
 * @param first how many events were taken before the batch that they are of, or its part
 * @param since when they were taken
 * @param failures how often the endpoint answered and stored none of it
 * @param storedBefore how many events the endpoint had stored before it first failed on these, or on the batch that they
 *     are of; {@link #NEVER_FAILED} while it did not
 */
record Piece(Batch batch, long first, long since, int failures, long storedBefore) {

    static final long NEVER_FAILED = -1;

    static Piece fresh(Batch batch, long first, long since) {
        return new Piece(batch, first, since, 0, NEVER_FAILED);
    }

    int size() {
        return batch.size();
    }

    boolean hasFailed() {
        return failures > 0;
    }

    boolean isAlone() {
        return size() == 1;
    }

    Piece part(int from, int to) {
        return new Piece(batch.part(from, to), first + from, since, 0, NEVER_FAILED);
    }

    /** Those lie anywhere between the others, so they count as taken with the first. */
    Piece pick(List<Integer> indexes) {
        return new Piece(batch.pick(indexes), first, since, 0, NEVER_FAILED);
    }

    Piece afterFailures(int count, long stored) {
        return new Piece(batch, first, since, count, stored);
    }

    Piece failed(long storedNow) {
        return afterFailures(failures + 1, storedBefore == NEVER_FAILED ? storedNow : storedBefore);
    }
}
