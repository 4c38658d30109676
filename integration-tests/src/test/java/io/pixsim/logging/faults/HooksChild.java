package io.pixsim.logging.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import io.pixsim.logging.Logging;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs in shutdown hooks of its own, in whatever order they have with the library's. */
final class HooksChild {

    static final int EVENTS = 100;

    private static final long A_LITTLE = 1_000_000;
    private static final long LONG_ENOUGH_TO_BEGIN = 3_000_000_000L;
    private static final String LIBRARYS_HOOK = "pixsim-logging-exit";

    private HooksChild() {}

    public static void main(String[] arguments) throws InterruptedException {
        switch (arguments[0]) {
            case "before" -> {
                hook(() -> log(0, EVENTS));
                Logging.configure("worker");
            }
            case "after" -> {
                Logging.configure("worker");
                hook(() -> log(0, EVENTS));
            }
            case "slow" -> {
                Logging.configure("worker");
                hook(HooksChild::logSlowly);
            }
            case "last" -> {
                Logging.configure("worker");
                log(0, 1);
                hook(HooksChild::logLast);
            }
            case "exit" -> {
                hook(() -> log(EVENTS, 2 * EVENTS));
                Logging.configure("worker");
                hook(() -> log(2 * EVENTS, 3 * EVENTS));
                log(0, EVENTS);
                exitElsewhere();
            }
            default -> {
                Logging.configure("worker");
                log(0, EVENTS);
                hook(HooksChild::shutDown);
                new Thread(HooksChild::shutDown, "application").start();
                exitElsewhere();
            }
        }
    }

    private static void hook(Runnable task) {
        Runtime.getRuntime().addShutdownHook(new Thread(task, "host's hook"));
    }

    private static void log(long from, long to) {
        Numbered.log(logger(), from, to);
    }

    private static Logger logger() {
        return LoggerFactory.getLogger("worker");
    }

    private static void logSlowly() {
        for (int i = 0; i < EVENTS; i++) {
            log(i, i + 1);
            LockSupport.parkNanos(A_LITTLE);
        }
    }

    /** When the library's own hook has come to its end; it may have done so before anybody could see it. */
    private static void logLast() {
        long end = System.nanoTime() + LONG_ENOUGH_TO_BEGIN;
        while (!librarysHookRuns() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(A_LITTLE);
        }
        while (librarysHookRuns()) {
            LockSupport.parkNanos(A_LITTLE);
        }
        log(1, EVENTS);
    }

    private static boolean librarysHookRuns() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(LIBRARYS_HOOK));
    }

    private static void shutDown() {
        Logging.shutdown(Duration.ofSeconds(30));
    }

    private static void exitElsewhere() throws InterruptedException {
        Thread exiting = new Thread(() -> System.exit(3), "exiting");
        exiting.start();
        exiting.join();
    }
}
