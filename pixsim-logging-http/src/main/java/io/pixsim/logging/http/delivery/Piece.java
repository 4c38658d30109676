package io.pixsim.logging.http.delivery;

import io.pixsim.logging.http.queue.Batch;

/**
 * A batch, or what is left of one, on its way.
 *
 * @param batch the events
 * @param first how many events were taken before its first one
 * @param failures how often the endpoint answered and stored none of it
 * @param storedBefore how many events the endpoint had stored before it first failed on these, or on the batch that they
 *     are of; {@link #NEVER_FAILED} while it did not
 */
record Piece(Batch batch, long first, int failures, long storedBefore) {

    static final long NEVER_FAILED = -1;

    static Piece fresh(Batch batch, long first) {
        return new Piece(batch, first, 0, NEVER_FAILED);
    }

    int size() {
        return batch.size();
    }

    boolean failedAlone() {
        return size() == 1 && failures > 0;
    }

    Piece part(int from, int to) {
        return new Piece(batch.part(from, to), first + from, 0, NEVER_FAILED);
    }

    Piece afterFailures(int count, long stored) {
        return new Piece(batch, first, count, stored);
    }

    Piece failed(long storedNow) {
        return afterFailures(failures + 1, storedBefore == NEVER_FAILED ? storedNow : storedBefore);
    }
}
