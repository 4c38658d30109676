package io.pixsim.logging.jobs;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.util.FileSize;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.context.JobScopes;
import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.FileLoss;
import io.pixsim.logging.diagnostics.ReasonCounters;
import io.pixsim.logging.encode.Line;
import io.pixsim.logging.rolling.Housekeeper;
import io.pixsim.logging.rolling.LineWriter;
import io.pixsim.logging.rolling.SteadyTime;
import io.pixsim.logging.rolling.WritingAppender;
import io.pixsim.logging.sink.LineSink;
import io.pixsim.logging.sink.ReplaySink;
import org.jspecify.annotations.Nullable;

/**
 * Writes the events of each job to a file of the job's own, as JSON lines; events without a {@code job_id} go to none. A
 * file is opened with the job's first event; closed when the job ends, with its last scope or, where none binds it, with {@code
 * provider:complete}, when nothing comes for a while, or when more jobs than {@code maxOpenFiles} are at work, the one used
 * longest ago first; and opened again when it is needed.
 *
 * <pre>{@code
 * <appender name="jobs" class="io.pixsim.logging.jobs.JobFileAppender">
 *   <folder>data</folder>
 *   <pattern>projects/{projectId}/files/logs/jobs/{jobId}.jsonl</pattern>
 *   <maxOpenFiles>256</maxOpenFiles>
 *   <idleSeconds>60</idleSeconds>
 *   <keepDays>30</keepDays>
 * </appender>
 * }</pre>
 *
 * Ids become names that are safe everywhere: they lead out of no folder, and two ids never share a file. The job is {@code
 * job_id}, or {@code jobId}, the project {@code project_id}, or {@code projectId}; an event that tells none goes to the file
 * that its job has already, or to the folder {@code _none}. Wrong settings are told and the defaults taken. Safe for use by many threads.
 */
public final class JobFileAppender extends WritingAppender<JobFile> implements LineSink, ReplaySink {

    /** The most files that are open at once, unless told otherwise. */
    public static final int DEFAULT_OPEN_FILES = 256;

    private static final int DEFAULT_IDLE_SECONDS = 60;

    private String folder = "";
    private JobPattern pattern = JobPattern.DEFAULT;
    private int maxOpenFiles = DEFAULT_OPEN_FILES;
    private int idleSeconds = DEFAULT_IDLE_SECONDS;
    private int keepDays;
    private long keepSize;
    private final Consumer<String> scopes = this::end;
    private volatile @Nullable JobTable table;

    /** An appender without a folder; {@link #setFolder} is the one setting that has no default. */
    public JobFileAppender() {}

    /**
     * The folder that the files are in, each at its own path. It is made when it is missing.
     *
     * @param folder a path
     */
    public void setFolder(String folder) {
        this.folder = folder.strip();
    }

    /**
     * Where in the folder the file of a job is.
     *
     * @param pattern a relative path with {@code {jobId}} in its last part, and {@code {projectId}} in one before it or
     *     nowhere; {@code projects/{projectId}/files/logs/jobs/{jobId}.jsonl} unless set
     */
    public void setPattern(String pattern) {
        try {
            this.pattern = JobPattern.of(pattern.strip());
        } catch (IllegalArgumentException e) {
            addWarn(e.getMessage() + "; taking " + this.pattern);
        }
    }

    /**
     * The most files that are open at once.
     *
     * @param files at least 1; {@value #DEFAULT_OPEN_FILES} unless set
     */
    public void setMaxOpenFiles(int files) {
        this.maxOpenFiles = atLeast("maxOpenFiles", files, 1, DEFAULT_OPEN_FILES);
    }

    /**
     * How long a file stays open to which nothing is written.
     *
     * @param seconds at least 1; 60 unless set
     */
    public void setIdleSeconds(int seconds) {
        this.idleSeconds = atLeast("idleSeconds", seconds, 1, DEFAULT_IDLE_SECONDS);
    }

    /**
     * How long a file is kept to which nothing is written.
     *
     * @param days 0, which is no limit and the default, or more
     */
    public void setKeepDays(int days) {
        this.keepDays = atLeast("keepDays", days, 0, 0);
    }

    /**
     * The most bytes that all files have together; the oldest go first, but none that was written to within the hour.
     *
     * @param size such as {@code 10GB}; no limit unless set
     */
    public void setKeepSize(FileSize size) {
        this.keepSize = size.getSize();
    }

    /**
     * Where the file of a job is, whether it exists already or not.
     *
     * @param projectId the project; null when the job has none
     * @param jobId the job
     * @return the path; empty before the start
     */
    public Optional<Path> path(@Nullable String projectId, String jobId) {
        return Optional.ofNullable(table).map(of -> of.path(jobId, projectId));
    }

    /**
     * Tells that a job has ended: its file is closed. An event that comes all the same opens it again.
     *
     * @param jobId the job
     */
    public void end(String jobId) {
        JobTable of = table;
        if (of != null) {
            of.end(jobId);
        }
    }

    @Override
    public void start() {
        if (isStarted()) {
            return;
        }
        super.start();
        if (isStarted()) {
            JobScopes.listen(scopes);
        }
    }

    @Override
    public DeliveryResult close(Duration deadline) {
        JobScopes.forget(scopes);
        return super.close(deadline);
    }

    @Override
    public void append(ILoggingEvent event, Line line) {
        take(event, line);
    }

    @Override
    public void replay(ILoggingEvent event, Line line) {
        take(event, line);
    }

    @Override
    protected @Nullable JobFile targetOf(ILoggingEvent event) {
        JobTable of = table;
        EventValues values = EventValues.of(event);
        String jobId = values.jobId();
        if (of == null || jobId == null) {
            return null;
        }
        JobFile file = of.find(jobId, values.projectId());
        if (endsJob(values.stage(), jobId)) {
            file.ended = true;
        } else if (file.ended && !values.isReplayed()) {
            file.ended = false;
        }
        return file;
    }

    private static boolean endsJob(@Nullable String stage, String jobId) {
        return Stage.JOB_END.getName().equals(stage)
                || (Stage.PROVIDER_COMPLETE.getName().equals(stage) && !JobScopes.isOpen(jobId));
    }

    @Override
    protected @Nullable LineWriter<JobFile> makeWriter(ReasonCounters<FileLoss> losses) {
        if (folder.isEmpty()) {
            complain("no folder is set");
            return null;
        }
        try {
            JobTable made = new JobTable(Path.of(folder), pattern);
            table = made;
            return new JobWriter(
                    made,
                    new OpenJobFiles(maxOpenFiles, Duration.ofSeconds(idleSeconds), System::nanoTime),
                    System::nanoTime,
                    losses,
                    new Housekeeper(retention(made), System::nanoTime));
        } catch (InvalidPathException e) {
            complain("'" + folder + "' is no path");
            return null;
        }
    }

    private JobRetention retention(JobTable of) {
        return new JobRetention(
                of.root(),
                of.pattern(),
                Duration.ofSeconds(idleSeconds),
                Duration.ofDays(keepDays),
                keepSize,
                new SteadyTime(InstantSource.system(), System::nanoTime));
    }

    private int atLeast(String name, int value, int least, int fallback) {
        if (value >= least) {
            return value;
        }
        addWarn(name + " < " + least + ": " + value + "; taking " + fallback);
        return fallback;
    }

    private void complain(String problem) {
        String message = "JobFileAppender [" + getName() + "] writes nothing: " + problem;
        // Not addError: Spring Boot aborts the start-up of an application on those.
        addWarn(message);
        Diagnostics.shared().setting(message);
    }
}
