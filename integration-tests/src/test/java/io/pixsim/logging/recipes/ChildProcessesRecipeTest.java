package io.pixsim.logging.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.catalog.Stage;
import io.pixsim.logging.journeys.Docs;
import io.pixsim.logging.process.JobProcess;
import io.pixsim.logging.process.ProcessResult;
import io.pixsim.logging.test.CaptureLogs;
import io.pixsim.logging.test.CapturedLogs;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The example of docs/recipes/child-processes.md, compiled and run as it stands there, with java for ffmpeg. */
@CaptureLogs
class ChildProcessesRecipeTest {

    private static final Path DOC = Path.of("..", "docs", "recipes", "child-processes.md");

    private final Logger log = LoggerFactory.getLogger("worker");

    @Test
    void theExampleLogsAFailureWithoutItsSecrets(CapturedLogs logs) throws IOException, InterruptedException {
        String program = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String key = "sk_live_abcdef0123456789";

        // docs: process
        ProcessResult result = JobProcess.builder(log, program, "-i", "scene.mp4", "--api-key", key, "final.mp4")
                .stage(Stage.of("video:compose"))
                .stderrLines(Severity.DEBUG)
                .deadline(Duration.ofMinutes(10))
                .run();
        // docs: end

        assertThat(result.succeeded()).isFalse();
        assertThat(logs.atLevel(Severity.ERROR).lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(
                                "\"msg\":\"process failed\"",
                                "Unrecognized option: -i",
                                "\"exit_code\":1",
                                "***redacted***")
                        .doesNotContain(key));
        assertThat(Docs.block(DOC, "```java\n"))
                .isEqualTo(Docs.source(ChildProcessesRecipeTest.class, "// docs: process"));
    }
}
