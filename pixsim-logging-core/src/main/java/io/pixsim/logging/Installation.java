package io.pixsim.logging;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.LifeCycle;
import ch.qos.logback.core.util.FileSize;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.DeliveryStats;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.FileStats;
import io.pixsim.logging.diagnostics.LoggingStats;
import io.pixsim.logging.diagnostics.SuppressReason;
import io.pixsim.logging.gate.Gate;
import io.pixsim.logging.jobs.FlightRecorder;
import io.pixsim.logging.jobs.JobFileAppender;
import io.pixsim.logging.logback.FailureGuardTurboFilter;
import io.pixsim.logging.logback.GateTurboFilter;
import io.pixsim.logging.logback.JsonLinesEncoder;
import io.pixsim.logging.redact.Redactor;
import io.pixsim.logging.sink.Delivering;
import io.pixsim.logging.sink.FanOutAppender;
import io.pixsim.logging.sink.FileSink;
import io.pixsim.logging.sink.ReplaySink;
import io.pixsim.logging.testing.TestScope;
import org.jspecify.annotations.Nullable;

/**
 * The chain as it stands in one logger context: gate, then a fan of sinks on the root logger. Reconfiguring exchanges
 * what hangs in it and leaves the chain itself in place, so that no event falls between. Guarded by {@link Logging}'s
 * lock, but for the counters.
 */
final class Installation {

    private final LoggerContext context;
    private final FailureGuardTurboFilter guard = new FailureGuardTurboFilter();
    private final Gate gate = new Gate(TestScope.currentNanoClock(), TestScope.currentClock());
    private final GateTurboFilter filter = new GateTurboFilter(gate);
    private final FlightRecorder recorder = new FlightRecorder();
    private final LoggerLevels levels;
    private final FanOutAppender fan = new FanOutAppender();
    private final RetiredSinks retired = new RetiredSinks();
    private final Redactions redactions = new Redactions();
    private final JvmLinks jvm;

    Installation(LoggerContext context) {
        this.context = context;
        this.levels = new LoggerLevels(context, gate);
        this.jvm = new JvmLinks(context, this::stats);
        filter.setContext(context);
        filter.setName("pixsim-gate");
        guard.setContext(context);
        guard.setName("pixsim-guard");
        recorder.setContext(context);
        fan.setContext(context);
        fan.setName("pixsim");
    }

    boolean belongsTo(LoggerContext other) {
        return context == other && root().getAppender(fan.getName()) == fan;
    }

    /** Puts the chain up, or exchanges its parts. */
    void apply(Settings settings) {
        Redactor redactor = new Redactor(settings.redaction());
        JsonLinesEncoder lines = SinkAssembly.lines(settings, context, redactor);
        List<Appender<ILoggingEvent>> sinks = SinkAssembly.of(settings, context, redactor, lines);
        sinks.forEach(Installation::start);
        filter.tell(root(), gate.use(settings.gate()));
        redactions.use(redactor);
        record(settings.recordedBytes(), lines, sinks);
        List<Appender<ILoggingEvent>> old = fan.exchange(sinks, lines);
        takeRoot(settings.level());
        jvm.use(settings.jvm(), context.getLogger(settings.origin().service()));
        old.forEach(retired::drain);
    }

    private void record(long bytesPerJob, JsonLinesEncoder lines, List<Appender<ILoggingEvent>> sinks) {
        if (bytesPerJob == 0) {
            filter.setRecorder(null);
            recorder.stop();
            return;
        }
        if (sinks.stream().noneMatch(ReplaySink.class::isInstance)) {
            Diagnostics.shared()
                    .setting(
                            "PIXSIM_LOG_RECORDER is on, but there are neither files of jobs nor a forwarder to write to:"
                                    + " set PIXSIM_LOG_DIR or PIXSIM_LOG_INGESTION_URL, or turn it off");
        }
        recorder.setBytesPerJob(new FileSize(bytesPerJob));
        recorder.setEncoder(lines);
        recorder.start();
        filter.setRecorder(recorder);
    }

    /** Takes the chain down; events that were handed over are delivered within the deadline or counted as lost. */
    DeliveryResult remove(Duration deadline) {
        jvm.remove();
        filter.tell(root(), gate.closing());
        recorder.stop();
        DeliveryResult result = Delivering.each(delivering(), Delivering::close, deadline);
        root().detachAppender(fan);
        fan.stop();
        context.getTurboFilterList().removeAll(List.of(guard, filter));
        filter.stop();
        fan.exchange(List.of()).forEach(retired::end);
        retired.endAll();
        return result;
    }

    DeliveryResult flush(Duration deadline) {
        return Delivering.each(delivering(), Delivering::flush, deadline);
    }

    Optional<Path> jobLogPath(@Nullable String projectId, String jobId) {
        return fan.sinks().stream()
                .filter(JobFileAppender.class::isInstance)
                .findFirst()
                .flatMap(jobs -> ((JobFileAppender) jobs).path(projectId, jobId));
    }

    LoggerLevels levels() {
        return levels;
    }

    Gate gate() {
        return gate;
    }

    LoggingStats stats() {
        Map<SuppressReason, Long> suppressed = new EnumMap<>(SuppressReason.class);
        suppressed.putAll(gate.suppressed());
        if (fan.recursions() > 0) {
            suppressed.put(SuppressReason.RECURSION, fan.recursions());
        }
        long written = fan.written();
        long heldBack = suppressed.values().stream().mapToLong(Long::longValue).sum();
        DeliveryStats delivery = current().stream().map(Delivering::stats).reduce(retired.stats(), DeliveryStats::plus);
        FileStats files = fileStats(current()).plus(retired.fileStats());
        return new LoggingStats(
                written + heldBack,
                written,
                suppressed,
                gate.losses(),
                fan.failures(),
                delivery,
                redactions.counts(),
                files,
                recorder.stats());
    }

    /** The front door owns the root logger's appenders: what hung there would print every event twice. */
    private void takeRoot(Severity threshold) {
        if (!context.getTurboFilterList().contains(filter)) {
            if (!context.getTurboFilterList().isEmpty()) { // one of them may accept what the gate then never sees
                guard.start();
                context.getTurboFilterList().add(0, guard);
            }
            filter.start();
            context.addTurboFilter(filter);
        }
        levels.set(org.slf4j.Logger.ROOT_LOGGER_NAME, threshold);
        if (root().getAppender(fan.getName()) == fan) {
            return;
        }
        List<Appender<ILoggingEvent>> others = new ArrayList<>();
        for (Iterator<Appender<ILoggingEvent>> all = root().iteratorForAppenders(); all.hasNext(); ) {
            others.add(all.next());
        }
        fan.start();
        root().addAppender(fan);
        others.forEach(root()::detachAppender);
        others.stream().filter(other -> !isUsedElsewhere(other)).forEach(LifeCycle::stop);
    }

    private List<Delivering> delivering() {
        List<Delivering> all = new ArrayList<>(retired.delivering());
        all.addAll(current());
        return all;
    }

    private List<Delivering> current() {
        return fan.sinks().stream()
                .filter(Delivering.class::isInstance)
                .map(Delivering.class::cast)
                .toList();
    }

    static FileStats fileStats(Collection<Delivering> sinks) {
        return sinks.stream()
                .filter(FileSink.class::isInstance)
                .map(sink -> ((FileSink) sink).fileStats())
                .reduce(FileStats.NONE, FileStats::plus);
    }

    private boolean isUsedElsewhere(Appender<ILoggingEvent> appender) {
        return context.getLoggerList().stream().anyMatch(logger -> logger.isAttached(appender));
    }

    private Logger root() {
        return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static void start(Appender<ILoggingEvent> sink) {
        try {
            sink.start();
        } catch (RuntimeException | LinkageError e) { // a sink of another module, or of a class that is not there
            Diagnostics.shared().setting("sink " + sink.getName() + " could not be started: " + e);
            return;
        }
        if (!sink.isStarted()) {
            Diagnostics.shared().setting("sink " + sink.getName() + " could not be started and gets no events");
        }
    }
}
