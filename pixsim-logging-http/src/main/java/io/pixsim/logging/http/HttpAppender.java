package io.pixsim.logging.http;

import java.time.Duration;
import java.util.OptionalInt;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.DropReason;
import io.pixsim.logging.diagnostics.LibraryThread;
import io.pixsim.logging.encode.Line;
import io.pixsim.logging.http.delivery.Forwarder;
import io.pixsim.logging.http.delivery.ForwarderSettings;
import io.pixsim.logging.http.queue.BatchLimits;
import io.pixsim.logging.http.queue.EventQueue;
import io.pixsim.logging.sink.Delivering;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.ExitFlush;
import io.pixsim.logging.sink.Forwarding;
import io.pixsim.logging.sink.LineSink;
import io.pixsim.logging.sink.ReplaySink;
import org.jspecify.annotations.Nullable;

/**
 * Forwards events to an ingest endpoint, in batches, in the background. The calling thread only encodes: it never waits
 * for the network and never sees an exception. What can't be delivered yet waits, up to {@code queueBytes}, and is tried
 * again; what is lost is counted by its reason in {@link #stats}.
 *
 * <pre>{@code
 * <appender name="HTTP" class="io.pixsim.logging.http.HttpAppender">
 *   <url>http://logs.example:8001/api/v1/logs/ingest/batch</url>
 *   <batchSize>10</batchSize>
 *   <flushInterval>5s</flushInterval>
 *   <service>worker</service>
 * </appender>
 * }</pre>
 *
 * A wrong setting is a warning in Logback's status and one line on standard error; the appender then stays unstarted and
 * the application runs on without forwarding. What waits when the process ends is flushed, within five seconds. Settings are
 * made before the start, by one thread; all else is safe for use by many.
 */
public final class HttpAppender extends EndpointAppender implements Delivering, LineSink, ReplaySink {

    private static final Duration STOP_DEADLINE = Duration.ofSeconds(5);
    private static final String OWN_CLIENT = "okhttp3.";

    private OptionalInt batchSize = OptionalInt.empty();
    private String flushInterval = Forwarding.DEFAULT_FLUSH_INTERVAL.toSeconds() + "s";
    private @Nullable Duration flushEvery;
    private long queueBytes = ForwarderSettings.DEFAULT_QUEUE_BYTES;
    private volatile @Nullable Forwarder forwarder;

    /** An appender without an endpoint; {@link #setUrl} is the one setting that has no default. */
    public HttpAppender() {}

    /**
     * The most events in a request. Default as many as load and endpoint make sensible: ten need not wait for more, and
     * while they come faster than they can be sent, 500 go together, or up to 16,000 where the endpoint is quick.
     *
     * @param batchSize 1 to {@value Forwarding#MAX_BATCH_SIZE}
     */
    public void setBatchSize(int batchSize) {
        this.batchSize = OptionalInt.of(batchSize);
    }

    /**
     * How long an event waits at the most for its batch to fill. Default five seconds.
     *
     * @param flushInterval {@code 5s}, {@code 500 ms}, {@code 1 minute}; a bare number is seconds
     */
    public void setFlushInterval(String flushInterval) {
        this.flushInterval = flushInterval;
    }

    /** As {@link #setFlushInterval}, without a detour over text. */
    void flushEvery(Duration interval) {
        this.flushEvery = Interval.bounded(interval);
    }

    /**
     * The most bytes that are held in memory for delivery, those on their way included. Default 8 MiB, which hold 20,000
     * events of 400 bytes as they are, and several times as many packed.
     *
     * @param queueBytes 1 to 549,755,813,887
     */
    public void setQueueBytes(long queueBytes) {
        this.queueBytes = queueBytes;
    }

    @Override
    public void start() {
        if (isStarted()) {
            return;
        }
        try {
            EndpointOptions endpoint = endpoint();
            int inFlight = endpoint.inFlight().orElse(1);
            forwarder = new Forwarder(
                    settings(inFlight),
                    Transports.of(this, endpoint, inFlight),
                    new StreamReporter(this, this::encoded));
        } catch (IllegalArgumentException | LinkageError e) {
            String problem = "HttpAppender [" + getName() + "] forwards nothing: "
                    + (e.getMessage() == null ? e.getClass().getName() : e.getMessage());
            // Not addError: Spring Boot aborts the start-up of an application on those.
            addWarn(problem);
            Diagnostics.shared().setting(problem);
            return;
        }
        startEncoder();
        super.start();
        ExitFlush.add(this);
    }

    private ForwarderSettings settings(int inFlight) {
        Duration interval = flushEvery != null ? flushEvery : Interval.parse("flushInterval", flushInterval);
        Forwarding checked = new Forwarding(url(), batchSize, interval);
        if (queueBytes < 1 || queueBytes > EventQueue.MOST_BYTES) {
            throw new IllegalArgumentException("queueBytes not in 1.." + EventQueue.MOST_BYTES + ": " + queueBytes);
        }
        ForwarderSettings settings = batchSize.isPresent()
                ? new ForwarderSettings(
                        new BatchLimits(batchSize.getAsInt(), BatchLimits.DEFAULT_BYTES),
                        checked.flushInterval(),
                        ForwarderSettings.DEFAULT_QUEUE_EVENTS,
                        queueBytes)
                : ForwarderSettings.adaptive(checked.flushInterval(), queueBytes);
        return stored(settings.withInFlight(inFlight));
    }

    @Override
    protected void tooDeep(ILoggingEvent event) {
        Forwarder target = targetOf(event);
        if (target != null) {
            target.drop(DropReason.ENCODING_FAILED);
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        Forwarder target = targetOf(event);
        if (target != null) {
            hand(event, encoded(event), target);
        }
    }

    /** Takes a line that the fan encoded for all sinks. */
    @Override
    public void append(ILoggingEvent event, Line line) {
        if (isClosed() || !isStarted() || !isWanted(event)) {
            return;
        }
        Forwarder target = targetOf(event);
        if (target != null) {
            hand(event, line.batch(), target);
        }
    }

    @Override
    public void replay(ILoggingEvent event, Line line) {
        append(event, line);
    }

    @Override
    protected boolean isClosed() {
        Forwarder closed = forwarder;
        if (isStarted() || closed == null) {
            return false;
        }
        closed.drop(DropReason.CLOSED);
        return true;
    }

    private @Nullable Forwarder targetOf(ILoggingEvent event) {
        Forwarder target = forwarder;
        if (target != null
                && (LibraryThread.isCurrent() || event.getLoggerName().startsWith(OWN_CLIENT))) {
            target.drop(DropReason.OWN_EVENT);
            return null;
        }
        return target;
    }

    private static void hand(ILoggingEvent event, byte @Nullable [] encoded, Forwarder target) {
        if (encoded == null || encoded.length == 0) {
            target.drop(DropReason.ENCODING_FAILED);
            return;
        }
        target.offer(encoded, event.getLevel().isGreaterOrEqual(Level.WARN));
    }

    private byte @Nullable [] encoded(ILoggingEvent event) {
        try {
            return encoder().encode(event);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            // What a value's own methods throw must hurt this event alone.
            Diagnostics.shared()
                    .trouble("an event could not be encoded: " + e.getClass().getName());
            return null;
        }
    }

    @Override
    public void stop() {
        if (!isStarted()) {
            return;
        }
        super.stop();
        close(STOP_DEADLINE);
        ExitFlush.remove(this);
        stopEncoder();
    }

    @Override
    public DeliveryResult flush(Duration deadline) {
        Forwarder target = forwarder;
        return target == null ? DeliveryResult.NOTHING : target.flush(deadline);
    }

    @Override
    public void hurry() {
        Forwarder target = forwarder;
        if (target != null) {
            target.hurry();
        }
    }

    @Override
    public void holdCallers() {
        Forwarder target = forwarder;
        if (target != null) {
            target.holdCallers();
        }
    }

    @Override
    public DeliveryResult close(Duration deadline) {
        Forwarder target = forwarder;
        return target == null ? DeliveryResult.NOTHING : target.close(deadline);
    }

    @Override
    public DeliveryStats stats() {
        Forwarder target = forwarder;
        return target == null ? DeliveryStats.NONE : target.stats();
    }
}
