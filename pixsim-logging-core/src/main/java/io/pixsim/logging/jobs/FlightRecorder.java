package io.pixsim.logging.jobs;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.spi.LifeCycle;
import ch.qos.logback.core.util.FileSize;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Outcome;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.RecorderStats;
import io.pixsim.logging.encode.Line;
import io.pixsim.logging.logback.JobRecorder;
import io.pixsim.logging.logback.JsonLinesEncoder;
import io.pixsim.logging.sink.ReplaySink;
import io.pixsim.logging.testing.TestScope;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * Keeps the last events of each job that the root's level hides, finished and redacted. The first ERROR, CRITICAL or {@code
 * provider:error} of the job has them written before it, each marked {@code replayed}, with its own time; so has each
 * later one what came since, and the end of a job that did not complete. When the job completes, they are forgotten. They
 * are written to the appenders of the root logger that take replays: files of jobs, and the forwarder.
 *
 * <pre>{@code
 * <turboFilter class="io.pixsim.logging.logback.GateTurboFilter">
 *   <recorder class="io.pixsim.logging.jobs.FlightRecorder">
 *     <bytesPerJob>256KB</bytesPerJob>
 *     <maxJobs>10000</maxJobs>
 *     <memory>64MB</memory>
 *     <encoder class="io.pixsim.logging.logback.JsonLinesEncoder">
 *       <service>worker</service>
 *     </encoder>
 *   </recorder>
 * </turboFilter>
 * }</pre>
 *
 * Safe for use by many threads once started.
 */
public final class FlightRecorder extends ContextAwareBase implements JobRecorder, LifeCycle {

    /** How much is kept of a job, unless told otherwise. */
    public static final long DEFAULT_JOB_BYTES = 256 << 10;

    /** The least that may be kept of a job. */
    public static final long LEAST_JOB_BYTES = 4 << 10;

    private static final int DEFAULT_JOBS = 10_000;
    private static final long MOST_MEMORY = 64L << 20;
    private static final int HEAP_SHARE = 16;
    private static final int LOCKS = 64;
    private static final Duration MOST_WAIT = Duration.ofMillis(100);

    private final LongSupplier nanoClock;
    private final Duration mostWait;
    private final ReplaySinks root = new ReplaySinks(this);
    private final ReentrantLock[] replaying = new ReentrantLock[LOCKS];
    private int maxJobs = DEFAULT_JOBS;
    private long memory = Math.min(MOST_MEMORY, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    private volatile long bytesPerJob = DEFAULT_JOB_BYTES;
    private volatile @Nullable JsonLinesEncoder encoder;
    private volatile @Nullable Recordings recordings;

    /** A recorder to be configured and started. */
    public FlightRecorder() {
        this(TestScope.currentNanoClock(), MOST_WAIT);
    }

    FlightRecorder(LongSupplier nanoClock, Duration mostWait) {
        this.nanoClock = nanoClock;
        this.mostWait = mostWait;
        Arrays.setAll(replaying, i -> new ReentrantLock());
    }

    /**
     * How much is kept of one job.
     *
     * @param size from 4 KB; 256 KB unless set
     */
    public void setBytesPerJob(FileSize size) {
        bytesPerJob = atLeast("bytesPerJob", size);
    }

    /**
     * Of how many jobs something is kept; the one recorded longest ago makes room.
     *
     * @param jobs at least 1; 10,000 unless set
     */
    public void setMaxJobs(int jobs) {
        if (jobs < 1) {
            addWarn("maxJobs < 1: " + jobs + "; taking " + DEFAULT_JOBS);
        }
        maxJobs = jobs < 1 ? DEFAULT_JOBS : jobs;
    }

    /**
     * How much is kept of all jobs together; the one recorded longest ago makes room.
     *
     * @param size from 4 KB; a sixteenth of the heap, 64 MB at the most, unless set
     */
    public void setMemory(FileSize size) {
        memory = atLeast("memory", size);
    }

    private long atLeast(String name, FileSize size) {
        if (size.getSize() < LEAST_JOB_BYTES) {
            addWarn(name + " < 4 KB: " + size.getSize() + "; taking 4 KB");
        }
        return Math.max(LEAST_JOB_BYTES, size.getSize());
    }

    /**
     * What writes the lines. A {@link JsonLinesEncoder} unless set; another one may take its place at any time.
     *
     * @param encoder started by whoever sets it
     */
    public void setEncoder(JsonLinesEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public void start() {
        if (isStarted()) {
            return;
        }
        if (encoder == null) {
            JsonLinesEncoder json = new JsonLinesEncoder();
            json.setContext(getContext());
            json.start();
            encoder = json;
        }
        recordings = new Recordings(maxJobs, memory, nanoClock);
    }

    @Override
    public boolean isStarted() {
        return recordings != null;
    }

    /** Ends every job: nothing more comes. Keeps its counters. */
    @Override
    public void stop() {
        Recordings of = recordings;
        if (of != null) {
            of.jobs().forEach(job -> end(job, Outcome.UNKNOWN));
        }
    }

    @Override
    public void record(String jobId, ILoggingEvent event, Runnable written) {
        Recordings to = recordings;
        JsonLinesEncoder with = encoder;
        if (to != null && with != null) {
            guarded(() -> with.encode(
                    event, (of, line) -> to.add(jobId, RecordedEvent.of(of, line.keep(), written), bytesPerJob)));
        }
    }

    @Override
    public void replay(String jobId) {
        Recordings of = recordings;
        if (of != null) {
            inOnePiece(jobId, () -> write(jobId, of, of.fail(jobId, bytesPerJob)));
        }
    }

    @Override
    public void end(String jobId, Outcome outcome) {
        Recordings of = recordings;
        if (of != null) {
            inOnePiece(jobId, () -> write(jobId, of, of.end(jobId, outcome == Outcome.COMPLETED)));
        }
    }

    /**
     * What became of the events so far.
     *
     * @return a snapshot
     */
    public RecorderStats stats() {
        Recordings of = recordings;
        return of == null ? RecorderStats.NONE : of.stats();
    }

    private void write(String jobId, Recordings of, JobRing.Content content) {
        List<RecordedEvent> events = content.events();
        if (events.isEmpty()) {
            return;
        }
        List<ReplaySink> sinks = root.sinks();
        if (sinks.isEmpty()) {
            of.notWritten(events.size());
            root.tellIfMisplaced();
            return;
        }
        if (content.missed() > 0) {
            tellMissed(jobId, events.get(0), content.missed(), sinks);
        }
        for (RecordedEvent event : events) {
            hand(event.event(jobId), event.line(), sinks);
            event.written().run();
        }
    }

    /** The recording does not begin with the job's first event: whoever reads it is to know. */
    private void tellMissed(String jobId, RecordedEvent first, long missed, List<ReplaySink> sinks) {
        JsonLinesEncoder with = encoder;
        if (with == null) {
            return;
        }
        LoggingEvent event = first.event(jobId, Level.INFO);
        event.setMessage("the recording begins here; events before it had no room");
        event.addKeyValuePair(new KeyValuePair(Fields.STAGE.name(), Stage.LOG_LOSS.getName()));
        event.addKeyValuePair(new KeyValuePair(Fields.SUPPRESSED.name(), missed));
        event.addKeyValuePair(new KeyValuePair(Fields.LOST.name(), Map.of("not_recorded", missed)));
        with.encode(event, (told, line) -> hand(told, line, sinks));
    }

    private static void hand(ILoggingEvent event, Line line, List<ReplaySink> sinks) {
        for (ReplaySink sink : sinks) {
            guarded(() -> sink.replay(event, line));
        }
    }

    /**
     * Of two threads of a job that fail at once the second waits, so that its error too comes behind what was recorded; but
     * not for long, since a sink may hang, and jobs share locks.
     */
    private void inOnePiece(String jobId, Runnable task) {
        ReentrantLock lock = replaying[Math.floorMod(jobId.hashCode(), LOCKS)];
        boolean mine = lock.tryLock() || isFreeSoon(lock);
        try {
            guarded(task);
        } finally {
            if (mine) {
                lock.unlock();
            }
        }
    }

    private boolean isFreeSoon(ReentrantLock lock) {
        try {
            return lock.tryLock(mostWait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whatever goes wrong, the caller of the logger never learns of it. */
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            Diagnostics.shared().trouble("a recording failed: " + e.getClass().getName());
        }
    }
}
