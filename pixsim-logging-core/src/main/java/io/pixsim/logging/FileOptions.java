package io.pixsim.logging;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.pixsim.logging.jobs.JobPattern;
import io.pixsim.logging.rolling.WritingAppender;
import org.jspecify.annotations.Nullable;

/**
 * What the program itself decides about its log files. What it leaves open is taken from a system property, else from the
 * environment, else from the default: see {@code docs/files.md}.
 *
 * <pre>{@code
 * FileOptions.builder().folder(Path.of("data")).sets(FileSet.SERVICE, FileSet.JOBS).keepDays(30).build()
 * }</pre>
 *
 * Files are written in the background, within some milliseconds. Immutable.
 */
public final class FileOptions {

    private final Optional<Path> serviceFile;
    private final Optional<Path> errorFile;
    private final Optional<Boolean> json;
    private final Optional<Path> folder;
    private final Optional<Set<FileSet>> sets;
    private final Optional<JobPattern> jobPattern;
    private final Optional<Integer> openJobFiles;
    private final Optional<Integer> keepDays;
    private final Optional<Long> keepBytes;
    private final Optional<Duration> gather;

    private FileOptions(Builder chosen) {
        this.serviceFile = Optional.ofNullable(chosen.serviceFile);
        this.errorFile = Optional.ofNullable(chosen.errorFile);
        this.json = Optional.ofNullable(chosen.json);
        this.folder = Optional.ofNullable(chosen.folder);
        this.sets = Optional.ofNullable(chosen.sets);
        this.jobPattern = Optional.ofNullable(chosen.jobPattern);
        this.openJobFiles = Optional.ofNullable(chosen.openJobFiles);
        this.keepDays = Optional.ofNullable(chosen.keepDays);
        this.keepBytes = Optional.ofNullable(chosen.keepBytes);
        this.gather = Optional.ofNullable(chosen.gather);
    }

    /**
     * Options that leave everything open.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    Optional<Path> serviceFile() {
        return serviceFile;
    }

    Optional<Path> errorFile() {
        return errorFile;
    }

    Optional<Boolean> json() {
        return json;
    }

    Optional<Path> folder() {
        return folder;
    }

    Optional<Set<FileSet>> sets() {
        return sets;
    }

    Optional<JobPattern> jobPattern() {
        return jobPattern;
    }

    Optional<Integer> openJobFiles() {
        return openJobFiles;
    }

    Optional<Integer> keepDays() {
        return keepDays;
    }

    Optional<Long> keepBytes() {
        return keepBytes;
    }

    Optional<Duration> gather() {
        return gather;
    }

    /** Builds {@link FileOptions}; each setter checks what it is given. Not safe for use by many threads. */
    public static final class Builder {

        private @Nullable Path serviceFile;
        private @Nullable Path errorFile;
        private @Nullable Boolean json;
        private @Nullable Path folder;
        private @Nullable Set<FileSet> sets;
        private @Nullable JobPattern jobPattern;
        private @Nullable Integer openJobFiles;
        private @Nullable Integer keepDays;
        private @Nullable Long keepBytes;
        private @Nullable Duration gather;

        private Builder() {}

        /**
         * A file for all events of the service, rotated daily; {@code WORKER_LOG_FILE} for a worker, else {@code LOG_FILE},
         * when left open, and then none.
         *
         * @param file the file; its folder is made when it is missing
         * @return this
         */
        public Builder serviceFile(Path file) {
            this.serviceFile = Objects.requireNonNull(file, "file");
            return this;
        }

        /**
         * A file for errors, which several services may share, rotated weekly; {@code ERROR_LOG_FILE} when left open, and
         * then none.
         *
         * @param file the file; its folder is made when it is missing
         * @return this
         */
        public Builder errorFile(Path file) {
            this.errorFile = Objects.requireNonNull(file, "file");
            return this;
        }

        /**
         * Whether the files have JSON lines, or lines for people; {@code JSON_LOGS} when left open, and then JSON, but for
         * {@link FileSet#LEVELS}. Files of jobs always have JSON.
         *
         * @param json false for people
         * @return this
         */
        public Builder json(boolean json) {
            this.json = json;
            return this;
        }

        /**
         * A folder for sets of files; {@code PIXSIM_LOG_DIR} when left open, and then none.
         *
         * @param folder the folder; made when it is missing
         * @return this
         */
        public Builder folder(Path folder) {
            this.folder = Objects.requireNonNull(folder, "folder");
            return this;
        }

        /**
         * What is in the folder; {@code PIXSIM_LOG_FILES} when left open, and then service and jobs.
         *
         * @param sets the sets; none writes nothing there
         * @return this
         */
        public Builder sets(FileSet... sets) {
            this.sets = Set.copyOf(List.of(sets));
            return this;
        }

        /**
         * Where in the folder the file of a job is; {@code PIXSIM_LOG_JOB_PATTERN} when left open, and then {@code
         * projects/{projectId}/files/logs/jobs/{jobId}.jsonl}.
         *
         * @param pattern the pattern
         * @return this
         */
        public Builder jobPattern(JobPattern pattern) {
            this.jobPattern = Objects.requireNonNull(pattern, "pattern");
            return this;
        }

        /**
         * The most files of jobs that are open at once; {@code PIXSIM_LOG_JOB_OPEN_FILES} when left open, and then 256.
         *
         * @param files at least 1
         * @return this
         */
        public Builder openJobFiles(int files) {
            this.openJobFiles = Checks.atLeastOne("openJobFiles", files);
            return this;
        }

        /**
         * How many days rotated files and files of jobs are kept; {@code PIXSIM_LOG_KEEP_DAYS} when left open, and then 7,
         * 14 or 30, by the environment. Errors are kept for 90 days at least.
         *
         * @param days at least 1
         * @return this
         */
        public Builder keepDays(int days) {
            this.keepDays = Checks.atLeastOne("keepDays", days);
            return this;
        }

        /**
         * The most bytes that the rotated files of one file have together, and all files of jobs; {@code
         * PIXSIM_LOG_KEEP_SIZE} when left open, and then 10 GiB.
         *
         * @param bytes at least 1
         * @return this
         */
        public Builder keepBytes(long bytes) {
            if (bytes < 1) {
                throw new IllegalArgumentException("keepBytes < 1: " + bytes);
            }
            this.keepBytes = bytes;
            return this;
        }

        /**
         * How long lines are gathered after some were written, so that many are written together; {@code
         * PIXSIM_LOG_FILE_GATHER} when left open, and then 20 ms. A warning, an error or a flush ends it. What is gathered
         * is lost when the process is killed.
         *
         * @param time above zero, up to a second
         * @return this
         */
        public Builder gather(Duration time) {
            if (time.isNegative() || time.isZero() || time.compareTo(WritingAppender.MOST_GATHER) > 0) {
                throw new IllegalArgumentException("gather not above zero and up to PT1S: " + time);
            }
            this.gather = time;
            return this;
        }

        /**
         * The options as they stand now.
         *
         * @return an immutable value
         */
        public FileOptions build() {
            return new FileOptions(this);
        }
    }
}
