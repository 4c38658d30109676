package io.pixsim.logging.benchmarks.collector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Send batches from a few connections at once, each the next when the one before is answered for. */
final class Senders {

    static final int BATCH = 500;

    private static final int CONNECTIONS = 4;
    /** Until the compiler of the JVM has come to rest; on a machine with other work that is no number of seconds. */
    private static final int ROWS_TO_WARM_UP = 400_000;

    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(30);

    private final Connecting connecting;
    private final AtomicLong number = new AtomicLong();
    private final AtomicLong stored = new AtomicLong();

    Senders(Connecting connecting) {
        this.connecting = connecting;
    }

    /** Opens a connection. */
    interface Connecting {

        Connection connect() throws Exception;
    }

    /** A connection; ends when all is sent. */
    interface Connection extends AutoCloseable {

        /** Stores the events of a batch, the first of which has a number; done when they are answered for. */
        void store(long first, Random random) throws Exception;

        @Override
        default void close() throws Exception {}
    }

    /**
     * What it took.
     *
     * @param perSecond rows that were answered for, a second
     * @param cpuMicros CPU time of who stores them, for each row
     */
    record Rate(double perSecond, double cpuMicros) {

        double perCoreSecond() {
            return 1e6 / cpuMicros;
        }
    }

    /** Measures for a time, after warming up; asks for the CPU time of who stores. */
    Rate measure(Duration time, Supplier<Duration> cpu) throws InterruptedException, ExecutionException {
        long longest = System.nanoTime() + LONGEST_WARM_UP.toNanos();
        send(() -> stored.get() < ROWS_TO_WARM_UP && System.nanoTime() < longest);
        long before = stored.get();
        Duration cpuBefore = cpu.get();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        send(() -> System.nanoTime() < end);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double rows = stored.get() - before;
        return new Rate(rows / seconds, cpu.get().minus(cpuBefore).toNanos() / 1e3 / rows);
    }

    /** Stores so many. */
    void store(int entries) throws InterruptedException, ExecutionException {
        send(() -> number.get() < entries);
    }

    /** How many were answered for. */
    long stored() {
        return stored.get();
    }

    private void send(BooleanSupplier goesOn) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Random random = new Random(i);
            all.add(threads.submit(() -> {
                try (Connection connection = connecting.connect()) {
                    while (goesOn.getAsBoolean()) {
                        connection.store(number.getAndAdd(BATCH), random);
                        stored.addAndGet(BATCH);
                    }
                }
                return null;
            }));
        }
        for (Future<?> each : all) {
            each.get();
        }
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.MINUTES);
    }
}
