package io.pixsim.logging.http.delivery;

import io.pixsim.logging.http.queue.Batch;

/**
 * A batch, or what is left of one, on its way.
 *
 * @param batch the events
 * @param first how many events were taken before its first one
 * @param failures how often the endpoint answered and stored none of it
 * @param storedBefore of a single event that failed: how many events the endpoint had stored before it first failed;
 *     {@link #UNSUSPECTED} of any other
 */
record Piece(Batch batch, long first, int failures, long storedBefore) {

    static final long UNSUSPECTED = -1;

    static Piece fresh(Batch batch, long first) {
        return new Piece(batch, first, 0, UNSUSPECTED);
    }

    int size() {
        return batch.size();
    }

    boolean suspected() {
        return storedBefore != UNSUSPECTED;
    }

    Piece part(int from, int to, int partFailures) {
        return new Piece(batch.part(from, to), first + from, partFailures, UNSUSPECTED);
    }

    Piece suspected(int timesFailed, long stored) {
        return new Piece(batch, first, timesFailed, stored);
    }

    Piece failedAgain() {
        return new Piece(batch, first, failures + 1, storedBefore);
    }
}
