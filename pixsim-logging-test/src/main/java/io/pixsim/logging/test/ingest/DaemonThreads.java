package io.pixsim.logging.test.ingest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The server's threads, one per call that is being answered: daemons, gone when closed. */
final class DaemonThreads implements Executor, AutoCloseable {

    private static final int SECONDS_TO_END = 10;

    private final AtomicInteger started = new AtomicInteger();
    private final String name;
    private final ExecutorService pool = Executors.newCachedThreadPool(this::thread);

    DaemonThreads(String name) {
        this.name = name;
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    /** Runs a task on a thread of these and waits for its end. */
    void run(Runnable task) {
        CompletableFuture.runAsync(task, pool).join();
    }

    @Override
    public void close() {
        pool.shutdownNow();
        try {
            if (!pool.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                throw new IllegalStateException(name + " still has threads after " + SECONDS_TO_END + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, name + "-" + started.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
