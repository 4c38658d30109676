package io.pixsim.logging.process;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Runs a child process and logs how it ends: {@code command}, {@code exit_code}, {@code duration_ms}, and when it failed,
 * the end of standard error as {@code error}.
 *
 * <pre>{@code
 * ProcessResult result = JobProcess.builder(log, "ffmpeg", "-i", "scene.mp4", "final.mp4")
 *         .stderrLines(Severity.DEBUG)
 *         .deadline(Duration.ofMinutes(10))
 *         .run();
 * }</pre>
 *
 * The end is logged at level info, or at level error when the process failed, did not end in time, or could not be
 * started. Lines of output are events of their own where a level is set, under the context of who runs the process. Colours
 * and other terminal controls are left out, of progress that overwrites itself only the last state is a line, and secrets
 * are masked like everywhere; what the program is handed back itself is not masked.
 *
 * <p>A child is no danger: both outputs are always read, of each only a bounded part is held; input that it never reads
 * blocks nobody; when its time is over it is ended with all processes that it has started. Processes that outlive their
 * parent and hold on to its output are not waited for. Immutable; may be run many times, by many threads.
 *
 * <p>Source: tails of failing subprocesses of the job-centric logging.
 */
public final class JobProcess {

    private final ProcessPlan plan;

    private JobProcess(ProcessPlan plan) {
        this.plan = plan;
    }

    /**
     * A process to be run.
     *
     * @param log what it is logged through
     * @param command the program and its arguments, no shell between
     * @return a builder
     */
    public static Builder builder(Logger log, String... command) {
        return builder(log, List.of(command));
    }

    /**
     * A process to be run.
     *
     * @param log what it is logged through
     * @param command the program and its arguments, no shell between
     * @return a builder
     * @throws IllegalArgumentException when the command is empty
     */
    public static Builder builder(Logger log, List<String> command) {
        return new Builder(log, command);
    }

    /**
     * Runs it and waits until it has ended, or its time is over.
     *
     * @return how it ended; a failure is no exception
     * @throws IOException when it could not be started
     * @throws InterruptedException when this thread was interrupted; the process is ended first
     */
    public ProcessResult run() throws IOException, InterruptedException {
        return new ProcessRun(plan, Thread::new).run();
    }

    /** Builds {@link JobProcess}. Not safe for use by many threads. */
    public static final class Builder {

        private static final Duration FOREVER = Duration.ofDays(36_500);

        private final Logger log;
        private final List<String> command;
        private final Map<String, String> environment = new LinkedHashMap<>();
        private @Nullable Stage stage;
        private @Nullable Path folder;
        private @Nullable Severity stdout;
        private @Nullable Severity stderr;
        private Consumer<String> reader = line -> {};
        private byte[] input = new byte[0];
        private Duration deadline = Duration.ofHours(1);
        private Duration grace = Duration.ofSeconds(5);
        private int tail = 8 * 1024;
        private int maxLines = 1000;
        private Charset charset = StandardCharsets.UTF_8;

        private Builder(Logger log, List<String> command) {
            this.log = Objects.requireNonNull(log, "log");
            this.command = List.copyOf(command);
            if (command.isEmpty()) {
                throw new IllegalArgumentException("command is empty");
            }
        }

        /**
         * What the process is for.
         *
         * @param stage the stage of its events; that of the context unless set
         * @return this
         */
        public Builder stage(Stage stage) {
            this.stage = Objects.requireNonNull(stage, "stage");
            return this;
        }

        /**
         * Where it runs.
         *
         * @param folder an existing folder; that of this process unless set
         * @return this
         */
        public Builder folder(Path folder) {
            this.folder = Objects.requireNonNull(folder, "folder");
            return this;
        }

        /**
         * Sets a variable of its environment, which is otherwise that of this process. It is not logged.
         *
         * @param name the variable
         * @param value its value
         * @return this
         */
        public Builder environment(String name, String value) {
            environment.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * What it reads from standard input, which has ended at once unless set.
         *
         * @param bytes all of it
         * @return this
         */
        public Builder input(byte[] bytes) {
            input = bytes.clone();
            return this;
        }

        /**
         * Logs each line of standard output. Unless set, none is.
         *
         * @param level the level of the lines
         * @return this
         */
        public Builder stdoutLines(Severity level) {
            stdout = Objects.requireNonNull(level, "level");
            return this;
        }

        /**
         * Logs each line of standard error. Unless set, none is.
         *
         * @param level the level of the lines
         * @return this
         */
        public Builder stderrLines(Severity level) {
            stderr = Objects.requireNonNull(level, "level");
            return this;
        }

        /**
         * Reads standard output line by line, as it comes: all lines but blank ones, without colours, longer ones cut at
         * {@value ProcessPlan#MAX_LINE_LENGTH} characters, secrets not masked.
         *
         * @param reader takes lines, on a thread of its own; when it throws it gets no more
         * @return this
         */
        public Builder readStdout(Consumer<String> reader) {
            this.reader = Objects.requireNonNull(reader, "reader");
            return this;
        }

        /**
         * How long it may run. When it takes longer it is ended, and so are the processes that it has started.
         *
         * @param deadline more than zero; 1 hour unless set
         * @return this
         */
        public Builder deadline(Duration deadline) {
            this.deadline = moreThanZero("deadline", deadline);
            return this;
        }

        /**
         * How long processes that are asked to end have for it before they are made to, and how long output is waited for
         * that others hold on to.
         *
         * @param grace more than zero; 5 seconds unless set
         * @return this
         */
        public Builder grace(Duration grace) {
            this.grace = moreThanZero("grace", grace);
            return this;
        }

        /**
         * How much of the end of each output is kept: whole lines.
         *
         * @param characters 256 to 24576; 8192 unless set
         * @return this
         */
        public Builder tail(int characters) {
            tail = inRange("tail", characters, 256, 24 * 1024);
            return this;
        }

        /**
         * How many lines of each output are logged at the most; the end of the process tells how many were left out.
         *
         * @param lines 0 to 1000000; 1000 unless set
         * @return this
         */
        public Builder maxLines(int lines) {
            maxLines = inRange("maxLines", lines, 0, 1_000_000);
            return this;
        }

        /**
         * How its output is encoded.
         *
         * @param charset the encoding; UTF-8 unless set. What is not of it is replaced
         * @return this
         */
        public Builder charset(Charset charset) {
            this.charset = Objects.requireNonNull(charset, "charset");
            return this;
        }

        /**
         * The process as it stands now.
         *
         * @return an immutable value
         */
        public JobProcess build() {
            return new JobProcess(new ProcessPlan(
                    new ProcessEvents(log, stage, command),
                    command,
                    Map.copyOf(environment),
                    folder,
                    input,
                    output(stdout),
                    output(stderr),
                    reader,
                    deadline,
                    grace));
        }

        /**
         * Builds it and runs it once.
         *
         * @return how it ended; a failure is no exception
         * @throws IOException when it could not be started
         * @throws InterruptedException when this thread was interrupted; the process is ended first
         */
        public ProcessResult run() throws IOException, InterruptedException {
            return build().run();
        }

        private OutputOptions output(@Nullable Severity level) {
            return new OutputOptions(level, maxLines, ProcessPlan.MAX_LINE_LENGTH, tail, charset);
        }

        private static int inRange(String name, int value, int least, int most) {
            if (value < least || value > most) {
                throw new IllegalArgumentException(name + " not in " + least + ".." + most + ": " + value);
            }
            return value;
        }

        private static Duration moreThanZero(String name, Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException(name + " <= 0: " + value);
            }
            return value.compareTo(FOREVER) > 0 ? FOREVER : value;
        }
    }
}
