package io.pixsim.logging.collector.store.sqlite;

import java.time.Duration;

/** By when a question must be answered; for a thread that is interrupted, it is over. */
final class Deadline {

    private final long end;
    private final Duration atMost;

    private Deadline(Duration atMost) {
        this.atMost = atMost;
        this.end = System.nanoTime() + atMost.toNanos();
    }

    static Deadline in(Duration atMost) {
        return new Deadline(atMost);
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted();
    }

    Duration atMost() {
        return atMost;
    }
}
