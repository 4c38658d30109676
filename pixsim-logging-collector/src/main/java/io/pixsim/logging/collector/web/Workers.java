package io.pixsim.logging.collector.web;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.pixsim.logging.diagnostics.LibraryThread;

/** Threads for work that takes time, so that no connection waits for it; when too much is to be done, it says no. */
final class Workers implements AutoCloseable {

    private static final long SECONDS_AT_THE_END = 10;

    private final ThreadPoolExecutor threads;

    Workers(String name, int size, int waiting) {
        threads = new ThreadPoolExecutor(
                size,
                size,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(waiting),
                work -> new LibraryThread("collector-" + name, work));
        threads.allowCoreThreadTimeOut(true);
    }

    /** Does work on one of the threads, soon; false when there is too much to do. */
    boolean submit(Runnable work) {
        try {
            threads.execute(work);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SECONDS_AT_THE_END, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
