package io.pixsim.logging.rolling;

import java.time.Duration;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.util.FileSize;
import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.FileLoss;
import io.pixsim.logging.diagnostics.FileStats;
import io.pixsim.logging.diagnostics.ReasonCounters;
import io.pixsim.logging.encode.Line;
import io.pixsim.logging.logback.JsonLinesEncoder;
import io.pixsim.logging.sink.ExitFlush;
import io.pixsim.logging.sink.FileSink;
import io.pixsim.logging.sink.GuardedAppender;
import org.jspecify.annotations.Nullable;

/**
 * What the appenders for files share: a caller copies its line into memory, and a thread of the appender's own writes it,
 * within a few milliseconds while the disk takes it. Public because Joran sets nothing on a class whose setters are inherited
 * from one that it can't see.
 *
 * @param <T> where a line goes
 */
public abstract class WritingAppender<T> extends GuardedAppender implements FileSink {

    /** How long lines are gathered, unless told otherwise: 20 ms. */
    public static final Duration DEFAULT_GATHER = Duration.ofMillis(20);

    /** The longest that lines may be gathered: a second. */
    public static final Duration MOST_GATHER = Duration.ofSeconds(1);

    private static final Duration STOP_DEADLINE = Duration.ofSeconds(5);
    private static final long MOST_MEMORY = 64L << 20;
    private static final long LEAST_MEMORY = 1L << 20;

    private final ReasonCounters<FileLoss> lost = new ReasonCounters<>(FileLoss.class);
    private long memory =
            Math.max(LEAST_MEMORY, Math.min(MOST_MEMORY, Runtime.getRuntime().maxMemory() / 16));
    private Duration gather = DEFAULT_GATHER;
    private @Nullable Encoder<ILoggingEvent> encoder;
    private volatile @Nullable WriteBehind<T> behind;

    /** An appender to be configured and started. */
    protected WritingAppender() {}

    /**
     * What writes the lines. A {@link JsonLinesEncoder} unless set.
     *
     * @param encoder started by whoever sets it
     */
    public void setEncoder(Encoder<ILoggingEvent> encoder) {
        this.encoder = encoder;
    }

    /**
     * The most memory in which lines wait for the disk. A sixteenth of the heap, 64 MB at the most, unless set.
     *
     * @param size at least 1 MB
     */
    public void setMemory(FileSize size) {
        if (size.getSize() < LEAST_MEMORY) {
            addWarn("memory < 1 MB: " + size.getSize() + "; taking 1 MB");
        }
        this.memory = Math.max(LEAST_MEMORY, size.getSize());
    }

    /**
     * How long lines are gathered after some were written, so that many are written together. A line that comes when none
     * were written for so long does not wait, and a warning, an error or a flush ends it. What is gathered is lost when the
     * process is killed.
     *
     * @param millis 0, which gathers only while it writes, to 1000; 20 unless set
     */
    public void setGatherMillis(int millis) {
        gather = allowed(
                Duration.ofMillis(millis),
                "gatherMillis not in 0.." + MOST_GATHER.toMillis() + ": " + millis + "; taking "
                        + DEFAULT_GATHER.toMillis());
    }

    /**
     * As {@link #setGatherMillis}.
     *
     * @param time zero, which gathers only while it writes, to a second; 20 ms unless set
     */
    public void setGather(Duration time) {
        gather = allowed(
                time,
                "gather not in " + Duration.ZERO + ".." + MOST_GATHER + ": " + time + "; taking " + DEFAULT_GATHER);
    }

    private Duration allowed(Duration time, String complaint) {
        if (time.isNegative() || time.compareTo(MOST_GATHER) > 0) {
            addWarn(complaint);
            return DEFAULT_GATHER;
        }
        return time;
    }

    /**
     * Makes what writes the lines.
     *
     * @param losses counts what is lost
     * @return the writer; null when the settings allow none, which was told
     */
    protected abstract @Nullable LineWriter<T> makeWriter(ReasonCounters<FileLoss> losses);

    /**
     * Where an event goes.
     *
     * @param event the event
     * @return null when it is not for this appender
     */
    protected abstract @Nullable T targetOf(ILoggingEvent event);

    @Override
    public void start() {
        if (isStarted()) {
            return;
        }
        LineWriter<T> made = makeWriter(lost);
        if (made == null) {
            return;
        }
        if (encoder == null) {
            JsonLinesEncoder json = new JsonLinesEncoder();
            json.setContext(getContext());
            json.start();
            encoder = json;
        }
        WriteBehind<T> begun = new WriteBehind<>(String.valueOf(getName()), memory, made, gather, lost);
        behind = begun;
        begun.start();
        super.start();
        ExitFlush.add(this);
    }

    @Override
    protected final void tooDeep(ILoggingEvent event) {
        lost.add(FileLoss.ENCODING_FAILED);
    }

    @Override
    protected void append(ILoggingEvent event) {
        T target = targetOf(event);
        Encoder<ILoggingEvent> with = encoder;
        WriteBehind<T> to = behind;
        if (target == null || with == null || to == null) {
            return;
        }
        byte[] line = encoded(with, event);
        if (line == null || line.length == 0) {
            lost.add(FileLoss.ENCODING_FAILED);
            return;
        }
        to.add(target, line, isImportant(event));
    }

    /**
     * Takes a line that was encoded for several sinks.
     *
     * @param event the event
     * @param line its line, valid until this returns
     */
    protected final void take(ILoggingEvent event, Line line) {
        WriteBehind<T> to = behind;
        if (to == null || isClosed() || !isWanted(event)) {
            return;
        }
        T target = targetOf(event);
        if (target != null) {
            to.add(target, line, isImportant(event));
        }
    }

    private static boolean isImportant(ILoggingEvent event) {
        return event.getLevel().isGreaterOrEqual(Level.WARN);
    }

    private static byte @Nullable [] encoded(Encoder<ILoggingEvent> with, ILoggingEvent event) {
        try {
            return with.encode(event);
        } catch (RuntimeException | StackOverflowError | LinkageError e) { // somebody else's encoder
            Diagnostics.shared()
                    .trouble("an event could not be encoded: " + e.getClass().getName());
            return null;
        }
    }

    @Override
    protected final boolean isClosed() {
        if (isStarted() || behind == null) {
            return false;
        }
        lost.add(FileLoss.CLOSED);
        return true;
    }

    @Override
    public void stop() {
        if (isStarted()) {
            close(STOP_DEADLINE);
        }
    }

    @Override
    public void hurry() {
        WriteBehind<T> of = behind;
        if (of != null) {
            of.hurry();
        }
    }

    @Override
    public void holdCallers() {
        WriteBehind<T> of = behind;
        if (of != null) {
            of.holdCallers();
        }
    }

    @Override
    public DeliveryResult flush(Duration deadline) {
        WriteBehind<T> of = behind;
        return of == null ? DeliveryResult.NOTHING : of.flush(deadline);
    }

    @Override
    public DeliveryResult close(Duration deadline) {
        WriteBehind<T> of = behind;
        if (of == null) {
            return DeliveryResult.NOTHING;
        }
        super.stop();
        DeliveryResult result = of.close(deadline);
        ExitFlush.remove(this);
        return result;
    }

    /** Nothing is forwarded: see {@link #fileStats}. */
    @Override
    public DeliveryStats stats() {
        return DeliveryStats.NONE;
    }

    @Override
    public FileStats fileStats() {
        WriteBehind<T> of = behind;
        return of == null ? FileStats.NONE : of.stats();
    }
}
