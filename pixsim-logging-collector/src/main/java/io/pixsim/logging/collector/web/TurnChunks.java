package io.pixsim.logging.collector.web;

import io.pixsim.logging.collector.query.Chunks;
import io.pixsim.logging.collector.store.StoreException;

/** An answer in parts that is given up when its asker asks anew. */
final class TurnChunks implements Chunks {

    private final Askers.Turn turn;
    private final Chunks answer;

    TurnChunks(Askers.Turn turn, Chunks answer) {
        this.turn = turn;
        this.answer = answer;
    }

    /** Nobody waits for the answer any more. */
    static final class OutdatedException extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    @Override
    public byte[] next() throws StoreException {
        try {
            if (!turn.begin()) {
                throw new OutdatedException();
            }
            return answer.next();
        } catch (StoreException | RuntimeException e) {
            if (turn.isOutdated()) {
                throw new OutdatedException();
            }
            throw e;
        } finally {
            turn.pause();
        }
    }

    @Override
    public boolean isDone() {
        return answer.isDone();
    }

    @Override
    public void close() {
        turn.end();
        answer.close();
    }
}
