package io.pixsim.logging.benchmarks.delivery;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

import com.sun.management.ThreadMXBean;

/** Logs in rounds, and notes how long each call took and what all of them allocated. */
final class Caller {

    private static final int IN_A_ROW = 25;
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(1);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Calls calls;
    private final List<long[]> rounds = new ArrayList<>();
    private long allocated;

    Caller(Calls calls) {
        this.calls = calls;
    }

    /** A few calls in a row, then a pause, as work comes in. */
    void call(int times) {
        long[] nanos = new long[times];
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < times; ) {
            int end = Math.min(times, i + IN_A_ROW);
            while (i < end) {
                long start = System.nanoTime();
                calls.log();
                nanos[i++] = System.nanoTime() - start;
            }
            LockSupport.parkNanos(STEP);
        }
        allocated += THREADS.getCurrentThreadAllocatedBytes() - before;
        rounds.add(nanos);
    }

    void report(String name, Figures figures) {
        long[] all = rounds.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        figures.put(name + ".p50", all[all.length / 2]);
        figures.put(name + ".p99.9", all[all.length - all.length / 1_000]);
        figures.put(name + ".bytes", allocated / (double) all.length);
    }

    /** By how much the median of a round is above that of the other's round beside it, in the middle of all rounds. */
    double medianOver(Caller other) {
        long[] differences = new long[rounds.size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = median(rounds.get(i)) - median(other.rounds.get(i));
        }
        return median(differences);
    }

    private static long median(long[] values) {
        return LongStream.of(values).sorted().toArray()[values.length / 2];
    }
}
