package io.pixsim.logging.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.pixsim.logging.ThrowingFilter;
import io.pixsim.logging.catalog.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a process prints: secrets, floods, and readers of the program's own. With real children. */
@Timeout(120)
class ProcessOutputTest extends ProcessFixture {

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
    void aLoggerThatFailsWithAnErrorDoesNotStopTheChild() throws Exception {
        ((ch.qos.logback.classic.Logger) logged.logger())
                .getLoggerContext()
                .addTurboFilter(ThrowingFilter.ofMissingClass());

        ProcessResult result = process("floods", "100000")
                .stdoutLines(Severity.DEBUG)
                .deadline(Duration.ofSeconds(60))
                .run();

        assertThat(result.succeeded()).isTrue();
        assertThat(result.stdoutTail()).endsWith("line 99999");
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
}
