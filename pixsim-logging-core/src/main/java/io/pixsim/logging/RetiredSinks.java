package io.pixsim.logging;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.diagnostics.FileStats;
import io.pixsim.logging.diagnostics.LibraryThread;
import io.pixsim.logging.sink.Delivering;

/**
 * Sinks that a reconfiguration replaced. They get no more events; those that still hold some deliver them in the
 * background, for as long as it takes, and are then stopped. Safe for use by many threads.
 */
final class RetiredSinks {

    /** With a dead endpoint each of them holds its queue, so only so many may wait; the oldest is waited for. */
    private static final int MAX_WAITING = 4;

    private static final Duration MAKE_ROOM = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Map<Delivering, Appender<ILoggingEvent>> waiting = new LinkedHashMap<>();
    private DeliveryStats done = DeliveryStats.NONE;
    private FileStats filed = FileStats.NONE;

    /** Stopped, while a thread of theirs still finds out what became of the last lines. */
    private final Deque<Delivering> settling = new ArrayDeque<>();

    /** Takes over a sink that gets no more events. */
    void drain(Appender<ILoggingEvent> sink) {
        if (!(sink instanceof Delivering delivering)) {
            sink.stop();
            return;
        }
        enter(delivering, sink);
        List<Delivering> all = delivering();
        if (all.size() > MAX_WAITING) {
            all.get(0).flush(MAKE_ROOM);
            stop(all.get(0));
        }
        new LibraryThread("drain", () -> drain(delivering)).start();
    }

    /** Stops a sink that gets no more events; what it holds is lost. */
    void end(Appender<ILoggingEvent> sink) {
        if (!(sink instanceof Delivering delivering)) {
            sink.stop();
            return;
        }
        enter(delivering, sink);
        stop(delivering);
    }

    /** Stops all that still wait; what they hold is lost. */
    void endAll() {
        delivering().forEach(this::stop);
    }

    /** Those that still deliver, oldest first. */
    synchronized List<Delivering> delivering() {
        return List.copyOf(waiting.keySet());
    }

    /** What all of them achieved, those that are gone included. */
    synchronized DeliveryStats stats() {
        return waiting.keySet().stream().map(Delivering::stats).reduce(done, DeliveryStats::plus);
    }

    /** What all of them wrote to files, those that are gone included. */
    synchronized FileStats fileStats() {
        return filed.plus(Installation.fileStats(waiting.keySet())).plus(Installation.fileStats(settling));
    }

    private synchronized void enter(Delivering delivering, Appender<ILoggingEvent> sink) {
        waiting.put(delivering, sink);
    }

    private void drain(Delivering sink) {
        boolean waits = true;
        while (waits && !Thread.currentThread().isInterrupted()) {
            waits = sink.flush(PATIENCE).pending() > 0;
        }
        stop(sink);
    }

    private void stop(Delivering sink) {
        sink.close(Duration.ZERO);
        leave(sink);
    }

    private synchronized void leave(Delivering sink) {
        Appender<ILoggingEvent> appender = waiting.remove(sink);
        if (appender != null) {
            appender.stop();
            done = done.plus(sink.stats());
            count(sink);
        }
    }

    private void count(Delivering sink) {
        FileStats now = Installation.fileStats(List.of(sink));
        if (now.pending() == 0) {
            filed = filed.plus(now);
            return;
        }
        settling.add(sink);
        if (settling.size() > MAX_WAITING) {
            filed = filed.plus(Installation.fileStats(List.of(settling.remove())));
        }
    }
}
