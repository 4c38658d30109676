package io.pixsim.logging.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import com.sun.management.UnixOperatingSystemMXBean;
import io.pixsim.logging.sink.FanOutAppender;
import io.pixsim.logging.sink.FileSink;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Logs the events of so many jobs in turn for some seconds, in a JVM of its own, and tells what that took: CPU time of all
 * threads, until the last line is in its file. Every line is counted there.
 */
final class FileRun {

    static final String MARK = "result:";

    private static final long WARM_UP = Duration.ofSeconds(5).toNanos();
    private static final long MEASURED = Duration.ofSeconds(4).toNanos();
    private static final int BATCH = 1000;
    private static final int WAITING = 20_000;
    private static final int WAITING_OF_A_JOB = 10;
    private static final long A_LITTLE = 500_000;

    private final UnixOperatingSystemMXBean system =
            (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Slf4jCaller caller = new Slf4jCaller();
    private final String[] jobs;
    private final Event event = EventKind.PIPELINE.make(0);
    private final @Nullable FileSink ours;
    private long logged;

    private FileRun(int jobs, @Nullable FileSink ours) {
        this.jobs = new String[jobs];
        for (int i = 0; i < jobs; i++) {
            this.jobs[i] = String.valueOf(10_000_000 + i);
        }
        this.ours = ours;
        caller.bind(event.context());
    }

    /** The arguments are the writer, the number of jobs, and an empty folder. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[2]);
        long openBefore = openFiles();
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Appender<ILoggingEvent> appender = FileWriter.valueOf(args[0]).make(context, folder);
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.setLevel(Level.INFO);
        root.addAppender(appender);

        FileRun run = new FileRun(Integer.parseInt(args[1]), sink(appender));
        run.makeFiles();
        run.log(WARM_UP);
        run.awaitWritten();
        FilesMain.settle();
        long before = run.logged;
        long cpu = run.system.getProcessCpuTime();
        long start = System.nanoTime();
        run.log(MEASURED);
        long open = openFiles() - openBefore;
        run.awaitWritten();
        cpu = run.system.getProcessCpuTime() - cpu;
        long elapsed = System.nanoTime() - start;
        context.stop();
        long lines = lines(folder);
        if (lines != run.logged) {
            throw new IllegalStateException("lines != events: " + lines + " != " + run.logged);
        }
        System.out.println(MARK + (run.logged - before) + " " + cpu + " " + elapsed + " " + open);
    }

    private static @Nullable FileSink sink(Appender<ILoggingEvent> appender) {
        return appender instanceof FanOutAppender fan && fan.sinks().get(0) instanceof FileSink sink ? sink : null;
    }

    /** A file system's way of making files is not what is compared. */
    private void makeFiles() {
        for (String job : jobs) {
            caller.rebind("job_id", job);
            caller.log(event);
            logged++;
        }
        awaitWritten();
    }

    /** Stays below what would be lost: a writer that may drop is measured at the rate at which it does not. */
    private void log(long nanos) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            for (int i = 0; i < BATCH; i++) {
                if (jobs.length > 1) {
                    caller.rebind("job_id", jobs[(int) (logged % jobs.length)]);
                }
                caller.log(event);
                logged++;
            }
            while (ours != null && ours.fileStats().pending() > Math.max(WAITING, WAITING_OF_A_JOB * jobs.length)) {
                LockSupport.parkNanos(A_LITTLE);
            }
        }
    }

    private void awaitWritten() {
        if (ours != null) {
            ours.flush(Duration.ofMinutes(1));
        }
    }

    private static long openFiles() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }

    private static long lines(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(FileRun::linesOf)
                    .sum();
        }
    }

    private static long linesOf(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
