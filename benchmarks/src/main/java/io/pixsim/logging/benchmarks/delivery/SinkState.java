package io.pixsim.logging.benchmarks.delivery;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** What the sink's connections share. */
final class SinkState {

    private final Tally tally = new Tally();
    private final AtomicBoolean first = new AtomicBoolean();
    private final AtomicLong busySince = new AtomicLong();
    private final Object changed = new Object();
    private volatile Behaviour behaviour = Behaviour.GOOD;

    Tally tally() {
        return tally;
    }

    Behaviour behaviour() {
        return behaviour;
    }

    void begin(Behaviour next) {
        tally.clear();
        first.set(true);
        busySince.set(0);
        synchronized (changed) {
            behaviour = next;
            changed.notifyAll();
        }
    }

    void awaitChange() throws InterruptedException {
        Behaviour now = behaviour;
        synchronized (changed) {
            while (behaviour == now) {
                changed.wait();
            }
        }
    }

    boolean isFirst() {
        return first.getAndSet(false);
    }

    boolean isBusy() {
        long now = System.nanoTime();
        busySince.compareAndSet(0, now);
        return now - busySince.get() < TimeUnit.MILLISECONDS.toNanos(Behaviour.BUSY_MILLIS);
    }

    /** When the endpoint was well again; 0 when it never was asked. */
    long recoveredAt() {
        long since = busySince.get();
        return since == 0 ? 0 : since + TimeUnit.MILLISECONDS.toNanos(Behaviour.BUSY_MILLIS);
    }
}
