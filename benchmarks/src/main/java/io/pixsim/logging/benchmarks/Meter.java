package io.pixsim.logging.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.LongAdder;

import com.sun.management.ThreadMXBean;

/**
 * What one thread spends on the events of a batch: CPU time, and bytes allocated. Making the events lies outside, which
 * is why JMH's own profiler for garbage does not serve.
 */
final class Meter {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final LongAdder EVENTS = new LongAdder();
    private static final LongAdder CPU_NANOS = new LongAdder();
    private static final LongAdder BYTES = new LongAdder();

    private long cpuNanos;
    private long bytes;

    /** What all threads spent since the JVM began. */
    record Reading(long events, long cpuNanos, long bytes) {}

    static Reading read() {
        return new Reading(EVENTS.sum(), CPU_NANOS.sum(), BYTES.sum());
    }

    void start() {
        bytes = THREADS.getCurrentThreadAllocatedBytes();
        cpuNanos = THREADS.getCurrentThreadCpuTime();
    }

    void stop(int events) {
        CPU_NANOS.add(THREADS.getCurrentThreadCpuTime() - cpuNanos);
        BYTES.add(THREADS.getCurrentThreadAllocatedBytes() - bytes);
        EVENTS.add(events);
    }
}
