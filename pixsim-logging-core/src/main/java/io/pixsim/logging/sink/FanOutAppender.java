package io.pixsim.logging.sink;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.encode.Line;
import io.pixsim.logging.logback.JsonLinesEncoder;
import org.jspecify.annotations.Nullable;

/**
 * The one appender that the front door puts on the root logger: hands each event to every sink. The sinks can be
 * exchanged while events pass: an event goes to all of the old or all of the new, never to both or neither. Safe for use
 * by many threads; a sink that throws costs the others nothing.
 */
public final class FanOutAppender extends UnsynchronizedAppenderBase<ILoggingEvent> implements ReplaySink {

    private final LongAdder written = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder recursions = new LongAdder();
    private final Nesting nesting = new Nesting();
    private volatile SinkSet sinks = new SinkSet(List.of(), null, this::failed);

    /** A fan without sinks. */
    public FanOutAppender() {}

    /**
     * Hands events to other sinks from now on, and waits, for a second at the most, until no event is on its way to the
     * old ones.
     *
     * @param replacement the new sinks, started
     * @return the old ones, which get no more events and may be stopped
     */
    public List<Appender<ILoggingEvent>> exchange(List<Appender<ILoggingEvent>> replacement) {
        return exchange(replacement, null);
    }

    /**
     * As above; of the new sinks, each {@link LineSink} gets the line of one encoder instead of the event.
     *
     * @param replacement the new sinks, started
     * @param encoder writes the lines, started; null when each sink is to encode for itself
     * @return the old ones, which get no more events and may be stopped
     */
    public synchronized List<Appender<ILoggingEvent>> exchange(
            List<Appender<ILoggingEvent>> replacement, @Nullable JsonLinesEncoder encoder) {
        SinkSet old = sinks;
        sinks = new SinkSet(replacement, encoder, this::failed);
        old.awaitIdle();
        return old.appenders();
    }

    /**
     * The sinks that get the events now.
     *
     * @return an immutable list
     */
    public List<Appender<ILoggingEvent>> sinks() {
        return sinks.appenders();
    }

    /**
     * How many events were handed to the sinks.
     *
     * @return the count since the start
     */
    public long written() {
        return written.sum();
    }

    /**
     * How many times a sink threw.
     *
     * @return the count since the start
     */
    public long failures() {
        return failures.sum();
    }

    /**
     * How many events were held back because values logged while they were written, without end.
     *
     * @return the count since the start
     */
    public long recursions() {
        return recursions.sum();
    }

    /** Stops the sinks too: so a logger context that is stopped or reset delivers what they hold. */
    @Override
    public void stop() {
        super.stop();
        sinks.appenders().forEach(this::stop);
    }

    private void stop(Appender<ILoggingEvent> sink) {
        try {
            sink.stop();
        } catch (RuntimeException e) { // the others are to be stopped all the same
            failures.increment();
            addWarn("sink " + sink.getName() + " could not be stopped", e);
        }
    }

    /** Hands an event that was recorded to those sinks that take such. */
    @Override
    public void replay(ILoggingEvent event, Line line) {
        SinkSet entered = enter();
        try {
            written.increment();
            entered.replay(event, line);
        } finally {
            entered.leave();
        }
    }

    @Override
    public boolean takesReplays() {
        return sinks.appenders().stream().anyMatch(ReplaySink.class::isInstance);
    }

    @Override
    protected void append(ILoggingEvent event) {
        int[] entered = nesting.enter();
        if (entered == null) {
            recursions.increment();
            return;
        }
        try {
            appendToAll(event);
        } finally {
            Nesting.leave(entered);
        }
    }

    private void appendToAll(ILoggingEvent event) {
        SinkSet entered = enter();
        try {
            written.increment();
            entered.hand(event);
        } finally {
            entered.leave();
        }
    }

    private SinkSet enter() {
        while (true) {
            SinkSet current = sinks;
            current.enter();
            if (current == sinks) {
                return current;
            }
            current.leave();
        }
    }

    private void failed(Appender<ILoggingEvent> sink, Throwable e) {
        failures.increment();
        Diagnostics.shared()
                .trouble("sink " + sink.getName() + " threw " + e.getClass().getName());
    }
}
