package io.pixsim.logging.test.recording;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * A list that only grows, in the order of arrival, and can be waited on. Safe for use by many threads.
 *
 * @param <T> what is recorded
 */
public final class Recording<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<T> items = new ArrayList<>();
    private final List<T> view = Collections.unmodifiableList(items);

    /** An empty recording. */
    public Recording() {}

    /**
     * Records one thing.
     *
     * @param item the thing
     */
    public void add(T item) {
        addAll(List.of(item));
    }

    /**
     * Records several things at once: no reader sees only some of them, and nothing comes between.
     *
     * @param more the things
     */
    public void addAll(Collection<? extends T> more) {
        lock.lock();
        try {
            items.addAll(more);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What is recorded by now.
     *
     * @return an immutable list
     */
    public List<T> snapshot() {
        lock.lock();
        try {
            return List.copyOf(items);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until what is recorded meets a condition.
     *
     * @param condition tested now and whenever something was added
     * @param atMost how long to wait
     * @return false when the time is over and the condition still not met
     */
    public boolean await(Predicate<List<T>> condition, Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!condition.test(view)) {
                if (left <= 0) {
                    return false;
                }
                left = grown.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for what is recorded", e);
        } finally {
            lock.unlock();
        }
    }
}
