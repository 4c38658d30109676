package io.pixsim.logging.sink;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.pixsim.logging.diagnostics.Circuit;
import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.diagnostics.Diagnostics;
import org.jspecify.annotations.Nullable;

/**
 * Flushes sinks when the process ends: at the end of main, at {@code System.exit}, and when a signal asks it to. One hook
 * serves all sinks, and together they get five seconds. Sinks stay open meanwhile and afterwards, since other hooks may
 * still log, and nobody knows which one ends last: so this one stays while events come, for half a second at the most, and
 * then has those who log wait until theirs are safe. Safe for use by many threads.
 */
public final class ExitFlush {

    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final Duration ONE_TRY = Duration.ofMillis(250);
    private static final long MOST_UNQUIET = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(50);
    private static final Set<Delivering> SINKS = ConcurrentHashMap.newKeySet();
    private static @Nullable Thread hook;

    private ExitFlush() {}

    /**
     * Flushes a sink at exit, from now on.
     *
     * @param sink a sink that was started
     */
    public static synchronized void add(Delivering sink) {
        SINKS.add(sink);
        if (hook == null) {
            hook();
        }
    }

    /**
     * Flushes a sink no more.
     *
     * @param sink a sink that was stopped
     */
    public static synchronized void remove(Delivering sink) {
        SINKS.remove(sink);
        if (SINKS.isEmpty() && hook != null) {
            unhook(hook);
        }
    }

    private static void hook() {
        Thread flush = new Thread(ExitFlush::flush, "pixsim-logging-exit");
        hook = flush;
        try {
            Runtime.getRuntime().addShutdownHook(flush);
        } catch (IllegalStateException e) { // the JVM is on its way down: no hook, no flush
            Diagnostics.shared().trouble("events logged during exit may be lost");
        } catch (SecurityException e) { // a host that permits no hooks stops its applications itself
            Diagnostics.shared().setting("nothing waits for events at exit, since that is not permitted: " + e);
        }
    }

    /** A hook that stays would hold the classes of an application that was taken down. */
    private static void unhook(Thread flush) {
        try {
            Runtime.getRuntime().removeShutdownHook(flush);
            hook = null;
        } catch (IllegalStateException
                | SecurityException e) { // on its way down, and the hook with it; or there is none
            return;
        }
    }

    /** Asks again and again: each flush is one more try, and an endpoint may come back while there is time. */
    static void flush() {
        long end = System.nanoTime() + DEADLINE.toNanos();
        long handedOver = handedOver();
        SINKS.forEach(Delivering::hurry);
        DeliveryResult result = flush(end);
        long now = handedOver();
        long quietBy = Math.min(end, System.nanoTime() + MOST_UNQUIET);
        while (now != handedOver && quietBy - System.nanoTime() > 0) {
            LockSupport.parkNanos(QUIET);
            result = flush(end);
            handedOver = now;
            now = handedOver();
        }
        SINKS.forEach(Delivering::holdCallers);
        if (now != handedOver) { // nobody waited for what came before callers were held
            result = flush(end);
        }
        if (result.pending() > 0) {
            Diagnostics.shared().loss("exit left " + result.pending() + " events undelivered");
        }
    }

    private static DeliveryResult flush(long end) {
        DeliveryResult result = Delivering.each(SINKS, Delivering::flush, ONE_TRY);
        while (mayAchieveMore(result) && end - System.nanoTime() > 0) {
            result = Delivering.each(SINKS, Delivering::flush, ONE_TRY);
        }
        return result;
    }

    private static long handedOver() {
        return SINKS.stream().mapToLong(ExitFlush::handedOver).sum();
    }

    private static long handedOver(Delivering sink) {
        long toFiles = sink instanceof FileSink files ? files.fileStats().accepted() : 0;
        return toFiles + sink.stats().accepted();
    }

    /** What is on disk outlives the process: it is sent as long as nothing speaks against it, and not waited for. */
    private static boolean mayAchieveMore(DeliveryResult last) {
        return last.pending() > 0
                || (last.spooled() > 0 && SINKS.stream().map(Delivering::stats).anyMatch(ExitFlush::sendsFromDisk));
    }

    private static boolean sendsFromDisk(DeliveryStats stats) {
        return stats.spooled() > 0 && stats.circuit() == Circuit.CLOSED;
    }
}
