package io.pixsim.logging.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.pixsim.logging.LoggedEvents;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.context.JobScopes;
import io.pixsim.logging.context.LogContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With real children. */
@Timeout(120)
class JobProcessTest {

    private static final Duration SOON = Duration.ofMillis(300);

    private final LoggedEvents logged = new LoggedEvents();

    @Test
    void theEndOfAProcessIsLogged() throws Exception {
        ProcessResult result =
                process("says", "hello").stage(Stage.of("video:compose")).run();

        assertThat(result.succeeded()).isTrue();
        assertThat(result.stdoutTail()).isEqualTo("out hello");
        assertThat(result.stderrTail()).isEqualTo("err hello");
        assertThat(end())
                .containsEntry("msg", "process completed")
                .containsEntry("level", "info")
                .containsEntry("event", "process")
                .containsEntry("program", "java")
                .containsEntry("stage", "video:compose")
                .containsEntry("exit_code", 0L)
                .containsEntry("stdout_lines", 1L)
                .containsKeys("duration_ms", "pid", "command")
                .doesNotContainKeys("error", "stdout_tail", "lines_left_out", "_repaired");
    }

    @Test
    void itsLinesAreEventsInTheContextOfWhoRunsIt() throws Exception {
        try (var job = LogContext.job(123)) {
            process("says", "{}")
                    .stdoutLines(Severity.DEBUG)
                    .stderrLines(Severity.WARNING)
                    .run();
        }

        assertThat(lines("stdout"))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("msg", "out {}")
                        .containsEntry("level", "debug")
                        .containsEntry("job_id", 123L)
                        .containsEntry("program", "java"));
        assertThat(lines("stderr"))
                .singleElement()
                .satisfies(
                        line -> assertThat(line).containsEntry("msg", "err {}").containsEntry("level", "warning"));
        assertThat(end()).containsEntry("job_id", 123L);
    }

    @Test
    void aFailureTellsTheEndOfStandardErrorWithoutItsSecrets() throws Exception {
        ProcessResult result = process("fails").run();

        assertThat(result.exitCode()).hasValue(3);
        assertThat(end())
                .containsEntry("level", "error")
                .containsEntry("msg", "process failed")
                .containsEntry("exit_code", 3L)
                .containsEntry("error_type", "ProcessFailure")
                .containsEntry(
                        "error",
                        "Traceback (most recent call last):\n  password=***redacted***\nValueError: no weights");
    }

    @Test
    void secretsAmongTheArgumentsAreMasked() throws Exception {
        process("says", "x", "--api-key", "abcdef0123456789", "--token=abcdef0123456789")
                .run();

        assertThat(end().get("command").toString())
                .contains("--api-key", "***redacted***")
                .doesNotContain("abcdef");
    }

    @Test
    void aPrivateKeyIsShownNeitherByLinesNorInATailThatHasItsEndOnly() throws Exception {
        ProcessResult result =
                process("key").stderrLines(Severity.WARNING).tail(1000).run();

        assertThat(logged.events().toString()).doesNotContain("HkXZzZBI").contains("ValueError: bad password");
        assertThat(end().get("error").toString()).endsWith("ValueError: bad password");
        assertThat(end()).containsEntry("stderr_lines", 29L);
        assertThat(result.stderrTail()).contains("HkXZzZBI");
    }

    @Test
    void whatIsHiddenOfAPrivateKeyIsNotAmongTheLinesThatWereTooMany() throws Exception {
        process("key").stderrLines(Severity.WARNING).maxLines(2).run();

        assertThat(lines("stderr")).hasSize(2);
        assertThat(end()).containsEntry("lines_left_out", 1L);
    }

    @Test
    void progressIsOneLineWithoutColours() throws Exception {
        process("progress").stderrLines(Severity.DEBUG).run();

        assertThat(lines("stderr")).extracting(line -> line.get("msg")).containsExactly("frame 100");
    }

    @Test
    void aChildThatFloodsIsReadToItsEndAndLoggedInPart() throws Exception {
        ProcessResult result = process("floods", "200000")
                .stdoutLines(Severity.DEBUG)
                .maxLines(5)
                .tail(256)
                .run();

        assertThat(result.succeeded()).isTrue();
        assertThat(lines("stdout")).hasSize(5);
        assertThat(result.stdoutTail()).endsWith("line 199999").hasSizeLessThanOrEqualTo(256);
        assertThat(end()).containsEntry("stdout_lines", 200_000L).containsEntry("lines_left_out", 199_995L);
    }

    @Test
    void aLineWithoutEndIsCut() throws Exception {
        ProcessResult result = process("oneline").stdoutLines(Severity.DEBUG).run();

        assertThat(result.stdoutTail()).isEqualTo("… 10000000 characters left out");
    }

    @Test
    void aChildThatHangsIsEndedWhenItsTimeIsOver() throws Exception {
        ProcessResult result = process("hangs").deadline(SOON).run();

        assertThat(result.timedOut()).isTrue();
        assertThat(end())
                .containsEntry("level", "error")
                .containsEntry("msg", "process timed out")
                .containsEntry("error", "not done after 300 ms")
                .containsEntry("error_type", "ProcessTimeout")
                .doesNotContainKey("exit_code");
        assertThat(isAlive((long) end().get("pid"))).isFalse();
    }

    @Test
    void whatItHasStartedIsEndedWithIt() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        Thread runner = new Thread(() -> {
            try {
                process("spawns").readStdout(lines::add).run();
            } catch (IOException | InterruptedException e) { // the interrupt, at the end
                Thread.currentThread().interrupt();
            }
        });
        runner.start();
        while (lines.isEmpty()) {
            Thread.onSpinWait();
        }
        long grandchild = Long.parseLong(lines.get(0).substring("grandchild ".length()));
        assertThat(isAlive(grandchild)).isTrue();

        runner.interrupt();
        runner.join();

        assertThat(isAlive(grandchild)).isFalse();
        assertThat(end()).containsEntry("msg", "process interrupted").containsEntry("level", "warning");
    }

    @Test
    void whoOutlivesItAndHoldsItsOutputIsNotWaitedFor() throws Exception {
        try {
            ProcessResult result = process("leaves").grace(SOON).run();

            assertThat(result.succeeded()).isTrue();
        } finally {
            endThoseThatHang();
        }
    }

    @Test
    void nobodyWhoHoldsItsOutputKeepsItsJobOpen() throws Exception {
        List<String> ended = new CopyOnWriteArrayList<>();
        Consumer<String> listener = ended::add;
        JobScopes.listen(listener);
        try (var job = LogContext.job(123)) {
            process("leaves").grace(SOON).run();
            job.close();

            assertThat(ended).containsExactly("123");
        } finally {
            JobScopes.forget(listener);
            endThoseThatHang();
        }
    }

    @Test
    void inputThatIsNeverReadBlocksNobody() throws Exception {
        assertThat(process("says", "hello").input(new byte[10_000_000]).run().succeeded())
                .isTrue();
    }

    @Test
    void inputIsRead() throws Exception {
        byte[] prompt = "a cat\na dog".getBytes(StandardCharsets.UTF_8);

        assertThat(process("echoes").input(prompt).run().stdoutTail()).isEqualTo("a cat\na dog");
    }

    @Test
    void aProgramWithoutInputSeesItsEnd() throws Exception {
        assertThat(process("echoes").run().succeeded()).isTrue();
    }

    @Test
    void aReaderThatThrowsDoesNotStopTheChild() throws Exception {
        List<String> read = new CopyOnWriteArrayList<>();

        ProcessResult result = process("floods", "100000")
                .readStdout(line -> {
                    read.add(line);
                    throw new IllegalStateException("the program's own");
                })
                .run();

        assertThat(result.succeeded()).isTrue();
        assertThat(read).containsExactly("line 0");
    }

    @Test
    void aReaderThatFailsWithAnErrorDoesNotStopTheChildEither() throws Exception {
        ProcessResult result = process("floods", "100000")
                .readStdout(line -> {
                    throw new AssertionError("the program's own");
                })
                .deadline(Duration.ofSeconds(60))
                .run();

        assertThat(result.succeeded()).isTrue();
        assertThat(result.stdoutTail()).endsWith("line 99999");
    }

    @Test
    void folderAndEnvironmentAreThoseThatWereSet(@TempDir Path folder) throws Exception {
        ProcessResult result = process("variable")
                .folder(folder)
                .environment("RENDER_SIZE", "1080p")
                .run();

        assertThat(result.stdoutTail()).isEqualTo("1080p in " + folder.toRealPath());
        assertThat(end().toString()).doesNotContain("1080p");
    }

    @Test
    void aProgramThatIsNotThereIsToldAndThrown() {
        assertThatThrownBy(() -> JobProcess.builder(logged.logger(), "/nowhere/ffmpeg", "-i", "x")
                        .run())
                .isInstanceOf(IOException.class);

        assertThat(end())
                .containsEntry("level", "error")
                .containsEntry("msg", "process not started")
                .containsEntry("program", "ffmpeg")
                .containsKeys("error", "error_type");
    }

    @Test
    void limitsAreChecked() {
        JobProcess.Builder builder = JobProcess.builder(logged.logger(), "x");

        assertThatThrownBy(() -> builder.tail(100)).hasMessage("tail not in 256..24576: 100");
        assertThatThrownBy(() -> builder.deadline(Duration.ZERO)).hasMessage("deadline <= 0: PT0S");
        assertThatThrownBy(() -> JobProcess.builder(logged.logger())).hasMessage("command is empty");
    }

    private static void endThoseThatHang() {
        ProcessHandle.allProcesses()
                .filter(handle -> handle.info().commandLine().orElse("").endsWith(Child.class.getName() + " hangs"))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private JobProcess.Builder process(String... arguments) {
        return JobProcess.builder(logged.logger(), Child.command(arguments));
    }

    private Map<String, Object> end() {
        List<Map<String, Object>> events = logged.events();
        return events.get(events.size() - 1);
    }

    private List<Map<String, Object>> lines(String stream) {
        return logged.events().stream()
                .filter(event -> stream.equals(event.get("stream")))
                .toList();
    }

    private static boolean isAlive(long pid) {
        Optional<ProcessHandle> handle = ProcessHandle.of(pid);
        return handle.isPresent() && handle.get().isAlive();
    }
}
