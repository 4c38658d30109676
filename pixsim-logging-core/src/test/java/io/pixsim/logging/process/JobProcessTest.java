package io.pixsim.logging.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.context.LogContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a process, its arguments and its input. With real children. */
@Timeout(120)
class JobProcessTest extends ProcessFixture {

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
    void inputThatIsNeverReadBlocksNobody() throws Exception {
        assertThat(process("says", "hello").input(new byte[10_000_000]).run().succeeded())
                .isTrue();
    }

    @Test
    void ofACommandOfVeryManyArgumentsTheFirstAreTold() throws Exception {
        String[] arguments = new String[100];
        Arrays.fill(arguments, "fine");
        arguments[0] = "says";
        int left = Child.command(arguments).size() - 64;

        process(arguments).run();

        assertThat((List<?>) end().get("command")).hasSize(65).last().isEqualTo("… " + left + " arguments left out");
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
}
