package io.pixsim.logging.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.sift.MDCBasedDiscriminator;
import ch.qos.logback.classic.sift.SiftingAppender;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;
import io.pixsim.logging.jobs.JobFileAppender;
import io.pixsim.logging.logback.JsonLinesEncoder;
import io.pixsim.logging.rolling.LineLogFile;
import io.pixsim.logging.rolling.Rotation;
import io.pixsim.logging.rolling.WritingAppender;
import io.pixsim.logging.sink.FanOutAppender;
import io.pixsim.logging.sink.LineSink;

/** What writes the lines of a run. */
@SuppressWarnings("ImmutableEnumChecker") // factories
enum FileWriter {
    PIXSIM_ROLLING("PixSim", false, FileWriter::rolling),
    LOGBACK_ROLLING("Logback RollingFileAppender", false, FileWriter::logbackRolling),
    PIXSIM_JOBS("PixSim", true, (context, folder) -> jobs(context, folder, JobFileAppender.DEFAULT_OPEN_FILES)),
    PIXSIM_JOBS_OPEN("PixSim, 16,384 open at the most", true, (context, folder) -> jobs(context, folder, 16_384)),
    LOGBACK_SIFTING("Logback SiftingAppender, unbounded", true, (context, folder) -> sifting(context, folder, 0)),
    LOGBACK_SIFTING_BOUNDED(
            "Logback SiftingAppender, 256 open",
            true,
            (context, folder) -> sifting(context, folder, JobFileAppender.DEFAULT_OPEN_FILES));

    private final String title;
    private final boolean ofJobs;
    private final BiFunction<LoggerContext, Path, Appender<ILoggingEvent>> made;

    FileWriter(String title, boolean ofJobs, BiFunction<LoggerContext, Path, Appender<ILoggingEvent>> made) {
        this.title = title;
        this.ofJobs = ofJobs;
        this.made = made;
    }

    String title() {
        return title;
    }

    boolean isOfJobs() {
        return ofJobs;
    }

    boolean isOurs() {
        return this == PIXSIM_ROLLING || this == PIXSIM_JOBS || this == PIXSIM_JOBS_OPEN;
    }

    Appender<ILoggingEvent> make(LoggerContext context, Path folder) {
        return made.apply(context, folder);
    }

    private static Appender<ILoggingEvent> rolling(LoggerContext context, Path folder) {
        LineLogFile file = new LineLogFile();
        file.setFile(folder.resolve("worker.log").toString());
        file.setRotation(Rotation.daily(30));
        return fan(context, file);
    }

    private static Appender<ILoggingEvent> jobs(LoggerContext context, Path folder, int most) {
        JobFileAppender jobs = new JobFileAppender();
        jobs.setFolder(folder.toString());
        jobs.setMaxOpenFiles(most);
        return fan(context, jobs);
    }

    /** As behind the front door: one line for all sinks. */
    private static <A extends WritingAppender<?> & LineSink> Appender<ILoggingEvent> fan(
            LoggerContext context, A sink) {
        JsonLinesEncoder encoder = new JsonLinesEncoder();
        encoder.setContext(context);
        encoder.setService("worker");
        encoder.start();
        sink.setContext(context);
        sink.setEncoder(encoder);
        sink.start();
        FanOutAppender fan = new FanOutAppender();
        fan.setContext(context);
        fan.start();
        fan.exchange(List.of(sink), encoder);
        return fan;
    }

    private static Appender<ILoggingEvent> logbackRolling(LoggerContext context, Path folder) {
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        TimeBasedRollingPolicy<ILoggingEvent> daily = new TimeBasedRollingPolicy<>();
        daily.setContext(context);
        daily.setParent(file);
        daily.setFileNamePattern(folder.resolve("worker.%d.log.gz").toString());
        daily.setMaxHistory(30);
        file.setRollingPolicy(daily);
        configure(context, file, folder.resolve("worker.log"));
        daily.start();
        file.start();
        return file;
    }

    private static Appender<ILoggingEvent> sifting(LoggerContext context, Path folder, int most) {
        SiftingAppender sifting = new SiftingAppender();
        sifting.setContext(context);
        MDCBasedDiscriminator byJob = new MDCBasedDiscriminator();
        byJob.setKey("job_id");
        byJob.setDefaultValue("none");
        byJob.start();
        sifting.setDiscriminator(byJob);
        if (most > 0) {
            sifting.setMaxAppenderCount(most);
        }
        sifting.setAppenderFactory((within, job) -> {
            FileAppender<ILoggingEvent> file = new FileAppender<>();
            configure(
                    context,
                    file,
                    folder.resolve("projects/_none/files/logs/jobs").resolve(job + ".jsonl"));
            file.start();
            return file;
        });
        sifting.start();
        return sifting;
    }

    private static void configure(LoggerContext context, FileAppender<ILoggingEvent> file, Path path) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.start();
        file.setContext(context);
        file.setName(path.toString());
        file.setEncoder(encoder);
        file.setFile(path.toString());
    }
}
