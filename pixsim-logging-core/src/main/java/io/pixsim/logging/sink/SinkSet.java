package io.pixsim.logging.sink;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;

/**
 * Sinks, and a count of the events on their way to them. Two counters instead of a lock: who hands over an event never
 * waits, and whoever replaced the set can tell when the last one has left.
 */
final class SinkSet {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
    private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(50);

    private final List<Appender<ILoggingEvent>> appenders;
    private final LongAdder entered = new LongAdder();
    private final LongAdder left = new LongAdder();

    SinkSet(List<Appender<ILoggingEvent>> appenders) {
        this.appenders = List.copyOf(appenders);
    }

    List<Appender<ILoggingEvent>> appenders() {
        return appenders;
    }

    void enter() {
        entered.increment();
    }

    void leave() {
        left.increment();
    }

    /** Waits until all who entered have left; gives up on a sink that hangs. */
    void awaitIdle() {
        long start = System.nanoTime();
        while (!isIdle() && System.nanoTime() - start < PATIENCE) {
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** Those who left are counted first: who enters in between makes the set look busy, never idle. */
    private boolean isIdle() {
        long gone = left.sum();
        return entered.sum() == gone;
    }
}
