package io.pixsim.logging.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.pixsim.logging.catalog.FieldValue;
import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.context.ContextSnapshot;

/** One run of a process. Three threads talk to it, so that whoever waits for it can always turn to its deadline. */
final class ProcessRun {

    private final ProcessPlan plan;
    private final ThreadFactory threads;
    private final ContextSnapshot context = ContextSnapshot.captureForAwaited();
    private final long start = System.nanoTime();

    ProcessRun(ProcessPlan plan, ThreadFactory threads) {
        this.plan = plan;
        this.threads = threads;
    }

    ProcessResult run() throws IOException, InterruptedException {
        Process process;
        try {
            process = plan.start();
        } catch (IOException | RuntimeException e) { // no such program, or no such folder; a NUL in an argument
            plan.events().notStarted(e);
            throw e;
        }
        plan.events().started(process.pid());
        Output stdout = output(process.getInputStream(), plan.stdout(), "stdout", plan.reader());
        Output stderr = output(process.getErrorStream(), plan.stderr(), "stderr", line -> {});
        try {
            List<Thread> readers = List.of(thread("stdout", stdout), thread("stderr", stderr));
            thread("stdin", () -> feed(process.getOutputStream()));
            boolean ended = process.waitFor(plan.deadline().toNanos(), TimeUnit.NANOSECONDS);
            if (!ended) {
                ProcessTree.end(process, plan.grace());
            }
            join(readers);
            return ended(process, ended, stdout, stderr);
        } catch (InterruptedException e) {
            ProcessTree.end(process, plan.grace());
            plan.events().ended(Severity.WARNING, "process interrupted", elapsed(), fields(process, stdout, stderr));
            throw e;
        } catch (RuntimeException | Error e) { // no thread is to be had for it: it would run on, and nobody would know
            ProcessTree.end(process, plan.grace());
            plan.events().notStarted(e);
            throw e;
        } finally {
            stdout.abandon();
            stderr.abandon();
        }
    }

    /** Lines are told under the context of who runs the process; a thread that waits for one holds no scope open. */
    private Output output(InputStream stream, OutputOptions options, String name, Consumer<String> reader) {
        Severity level = options.level();
        Consumer<String> logged = level == null
                ? line -> {}
                : context.wrapConsumer(line -> plan.events().line(level, name, line));
        return new Output(stream, options, logged, context.wrapConsumer(reader));
    }

    private Thread thread(String name, Runnable task) {
        Thread thread = threads.newThread(task);
        thread.setName("process-" + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void feed(OutputStream stdin) {
        try (stdin) {
            stdin.write(plan.input());
        } catch (IOException e) { // it did not want to read all of it, as is its right
            return;
        }
    }

    /** Output ends with the process, unless another process holds on to it. */
    private void join(List<Thread> readers) throws InterruptedException {
        long until = System.nanoTime() + plan.grace().toNanos();
        for (Thread reader : readers) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            reader.join(Math.max(1, left));
        }
    }

    private ProcessResult ended(Process process, boolean byItself, Output stdout, Output stderr) {
        OptionalInt exitCode = byItself ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
        ProcessResult result = new ProcessResult(exitCode, elapsed(), stdout.tail(), stderr.tail());
        List<FieldValue> fields = fields(process, stdout, stderr);
        exitCode.ifPresent(code -> fields.add(ProcessFields.EXIT_CODE.of(code)));
        if (result.succeeded()) {
            plan.events().ended(Severity.INFO, "process completed", result.duration(), fields);
            return result;
        }
        String error = stderr.shown().isEmpty() ? reason(result) : stderr.shown();
        fields.add(Fields.ERROR.of(error));
        fields.add(Fields.ERROR_TYPE.of(result.timedOut() ? "ProcessTimeout" : "ProcessFailure"));
        if (!stdout.shown().isEmpty()) {
            fields.add(ProcessFields.STDOUT_TAIL.of(stdout.shown()));
        }
        String message = result.timedOut() ? "process timed out" : "process failed";
        plan.events().ended(Severity.ERROR, message, result.duration(), fields);
        return result;
    }

    private String reason(ProcessResult result) {
        return result.timedOut()
                ? "not done after " + plan.deadline().toMillis() + " ms"
                : "exit code " + result.exitCode().getAsInt();
    }

    private static List<FieldValue> fields(Process process, Output stdout, Output stderr) {
        List<FieldValue> fields = new ArrayList<>();
        fields.add(ProcessFields.PID.of(process.pid()));
        fields.add(ProcessFields.STDOUT_LINES.of(stdout.lines()));
        fields.add(ProcessFields.STDERR_LINES.of(stderr.lines()));
        long leftOut = stdout.leftOut() + stderr.leftOut();
        if (leftOut > 0) {
            fields.add(ProcessFields.LINES_LEFT_OUT.of(leftOut));
        }
        return fields;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
