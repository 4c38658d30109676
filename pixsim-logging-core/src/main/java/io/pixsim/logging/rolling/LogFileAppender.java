package io.pixsim.logging.rolling;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.util.FileSize;
import io.pixsim.logging.diagnostics.Diagnostics;
import io.pixsim.logging.diagnostics.FileLoss;
import io.pixsim.logging.diagnostics.ReasonCounters;
import io.pixsim.logging.rolling.Rotation.Every;
import org.jspecify.annotations.Nullable;

/**
 * A file that is rotated. Several processes may write to one and rotate it; it may be removed, renamed or replaced at any
 * time. Nothing that goes wrong with it reaches a caller: lines wait in memory, and what is lost in the end is counted by
 * its reason in {@link #fileStats}.
 *
 * <pre>{@code
 * <appender name="worker" class="io.pixsim.logging.rolling.LogFileAppender">
 *   <file>data/logs/worker.log</file>
 *   <rotate>DAY</rotate>
 *   <keepDays>30</keepDays>
 *   <encoder class="io.pixsim.logging.logback.JsonLinesEncoder">
 *     <service>worker</service>
 *   </encoder>
 * </appender>
 * }</pre>
 *
 * A day's file is moved to {@code worker.log.2026-11-27} and packed to {@code worker.log.2026-11-27.gz}; with {@code
 * maxFileSize} and without {@code rotate}, it is moved to {@code worker.log.1}, and that one to {@code worker.log.2}. Wrong
 * settings are told and the defaults taken. Safe for use by many threads.
 */
public class LogFileAppender extends WritingAppender<RotatingFile> {

    private @Nullable String file;
    private Every rotate = Every.NEVER;
    private long maxFileSize;
    private int keepFiles;
    private int keepDays;
    private long keepSize;
    private @Nullable Boolean compress;
    private @Nullable Rotation rotation;
    private @Nullable RotatingFile rotating;

    /** An appender without a file; {@link #setFile} is the one setting that has no default. */
    public LogFileAppender() {}

    /**
     * The file. Its folder is made when it is missing.
     *
     * @param file a path
     */
    public void setFile(String file) {
        this.file = file.strip();
    }

    /**
     * How often the file makes room for a new one.
     *
     * @param rotate {@code NEVER} unless set; {@code DAY} or {@code WEEK}
     */
    public void setRotate(Every rotate) {
        this.rotate = rotate;
    }

    /**
     * The size that the file does not exceed unless one line does.
     *
     * @param size such as {@code 10MB}; no limit unless set
     */
    public void setMaxFileSize(FileSize size) {
        this.maxFileSize = size.getSize();
    }

    /**
     * The most rotated files that are kept.
     *
     * @param files 0, which is no limit and the default, or more
     */
    public void setKeepFiles(int files) {
        this.keepFiles = notNegative("keepFiles", files);
    }

    /**
     * How long rotated files are kept.
     *
     * @param days 0, which is no limit and the default, or more
     */
    public void setKeepDays(int days) {
        this.keepDays = notNegative("keepDays", days);
    }

    /**
     * The most bytes that rotated files have together; the oldest go first.
     *
     * @param size such as {@code 10GB}; no limit unless set
     */
    public void setKeepSize(FileSize size) {
        this.keepSize = size.getSize();
    }

    /**
     * Whether rotated files are packed with gzip.
     *
     * @param compress true unless set where {@code rotate} is set, else false
     */
    public void setCompress(boolean compress) {
        this.compress = compress;
    }

    /**
     * As all settings above but the file, in one value.
     *
     * @param rotation when the file makes room, and how long what it held is kept
     */
    public void setRotation(Rotation rotation) {
        this.rotation = rotation;
    }

    private int notNegative(String name, int value) {
        if (value < 0) {
            addWarn(name + " < 0: " + value + "; taking 0, which is no limit");
        }
        return Math.max(0, value);
    }

    @Override
    protected @Nullable LineWriter<RotatingFile> makeWriter(ReasonCounters<FileLoss> losses) {
        if (file == null || file.isEmpty()) {
            complain("no file is set");
            return null;
        }
        try {
            rotating = new RotatingFile(Path.of(file), rotation(), InstantSource.system(), System::nanoTime, losses);
            return rotating;
        } catch (InvalidPathException e) {
            complain("'" + file + "' is no path");
            return null;
        }
    }

    @Override
    protected @Nullable RotatingFile targetOf(ILoggingEvent event) {
        return rotating;
    }

    private Rotation rotation() {
        if (rotation != null) {
            return rotation;
        }
        boolean packs = compress == null ? rotate != Every.NEVER : compress;
        return new Rotation(rotate, maxFileSize, keepFiles, Duration.ofDays(keepDays), keepSize, packs);
    }

    private void complain(String problem) {
        String message = "LogFileAppender [" + getName() + "] writes nothing: " + problem;
        // Not addError: Spring Boot aborts the start-up of an application on those.
        addWarn(message);
        Diagnostics.shared().setting(message);
    }
}
