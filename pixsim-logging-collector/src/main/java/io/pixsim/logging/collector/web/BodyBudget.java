package io.pixsim.logging.collector.web;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of bodies all connections together may hold, theirs or ours: a thousand slow ones must not fill the memory. */
final class BodyBudget {

    private final long max;
    private final AtomicLong used = new AtomicLong();

    BodyBudget(long max) {
        this.max = max;
    }

    boolean take(int bytes) {
        if (used.addAndGet(bytes) <= max) {
            return true;
        }
        used.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        used.addAndGet(-bytes);
    }
}
