package io.pixsim.logging.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.pixsim.logging.encode.Line;
import io.pixsim.logging.encode.Supplied;
import io.pixsim.logging.logback.JsonLinesEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Sinks, and a count of the events on their way to them. Two counters instead of a lock: who hands over an event never
 * waits, and whoever replaced the set can tell when the last one has left.
 */
final class SinkSet {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
    private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(50);

    private final List<Appender<ILoggingEvent>> appenders;
    private final List<Appender<ILoggingEvent>> ofEvents = new ArrayList<>();
    private final List<Appender<ILoggingEvent>> ofLines = new ArrayList<>();
    private final @Nullable JsonLinesEncoder encoder;
    private final boolean encodesAgain;
    private final BiConsumer<Appender<ILoggingEvent>, Throwable> failed;
    private final BiConsumer<ILoggingEvent, Line> handLine = this::handLine;
    private final LongAdder entered = new LongAdder();
    private final LongAdder left = new LongAdder();

    /**
     * Sinks.
     *
     * @param encoder makes the lines for those that take lines; null when each is to encode for itself
     * @param failed is told which one threw
     */
    SinkSet(
            List<Appender<ILoggingEvent>> appenders,
            @Nullable JsonLinesEncoder encoder,
            BiConsumer<Appender<ILoggingEvent>, Throwable> failed) {
        this.appenders = List.copyOf(appenders);
        this.encoder = encoder;
        this.failed = failed;
        this.appenders.forEach(sink -> (encoder != null && sink instanceof LineSink ? ofLines : ofEvents).add(sink));
        this.encodesAgain = ofEvents.size() > (ofLines.isEmpty() ? 1 : 0);
    }

    List<Appender<ILoggingEvent>> appenders() {
        return appenders;
    }

    /** Hands an event to every sink; one that throws costs the others nothing. */
    void hand(ILoggingEvent event) {
        if (!encodesAgain) {
            handOn(event);
            return;
        }
        Supplied before = Supplied.begin(event);
        try {
            handOn(event);
        } finally {
            Supplied.end(before);
        }
    }

    private void handOn(ILoggingEvent event) {
        if (encoder != null && !ofLines.isEmpty()) {
            encoder.encode(event, handLine);
        }
        for (int i = 0; i < ofEvents.size(); i++) {
            handEvent(event, ofEvents.get(i));
        }
    }

    void replay(ILoggingEvent event, Line line) {
        for (int i = 0; i < appenders.size(); i++) {
            if (appenders.get(i) instanceof ReplaySink sink) {
                try {
                    sink.replay(event, line);
                } catch (Throwable e) { // as below
                    failed.accept(appenders.get(i), e);
                }
            }
        }
    }

    private void handEvent(ILoggingEvent event, Appender<ILoggingEvent> sink) {
        try {
            sink.doAppend(event);
        } catch (Throwable e) { // whatever a sink does, the caller of the logger never learns of it
            failed.accept(sink, e);
        }
    }

    private void handLine(ILoggingEvent event, Line line) {
        for (int i = 0; i < ofLines.size(); i++) {
            Appender<ILoggingEvent> sink = ofLines.get(i);
            try {
                ((LineSink) sink).append(event, line);
            } catch (Throwable e) { // as above
                failed.accept(sink, e);
            }
        }
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
