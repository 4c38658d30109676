package io.pixsim.logging.journeys;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Stage.PIPELINE_START;
import static io.pixsim.logging.catalog.Stage.PROVIDER_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import io.pixsim.logging.FileOptions;
import io.pixsim.logging.GateOptions;
import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.context.LogContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** The examples of docs/jobs.md do what stands below them. */
class JobsDocTest {

    private static final Path DOC = Path.of("..", "docs", "jobs.md");

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        Logging.shutdown(Duration.ofSeconds(5));
    }

    @Test
    void theFileOfTheJobIsAsShown() throws IOException {
        // docs: the example
        Logger log = Logging.configure(LoggingOptions.forService("worker")
                .files(FileOptions.builder().folder(folder.resolve("data")).build())
                .gate(GateOptions.builder().recordJobs(256 * 1024).build())
                .build());

        try (var job = LogContext.job(123, "text_to_video", "pixverse")) {
            log.info(PIPELINE_START, "processing started");
            log.debug("picked account {}", 7);
            log.error(PROVIDER_ERROR, "submission failed", ATTEMPT.of(0));
        }
        // docs: end

        assertThat(Logging.flush(Duration.ofSeconds(10)).pending()).isZero();
        assertThat(Docs.block(DOC, "```java\n"))
                .isEqualTo(
                        Docs.source(JobsDocTest.class, "// docs: the example").replace("folder.resolve(", "Path.of("));
        String written = Files.readString(folder.resolve("data/projects/_none/files/logs/jobs/123.jsonl"));
        assertThat(comparable(written))
                .isEqualTo(comparable(Docs.block(DOC, "```\n{").replaceFirst("^", "{")));
    }

    @Test
    void theGateOfTheXmlRecords() throws Exception {
        String xml = """
                <configuration>
                  %s
                  <appender name="jobs" class="io.pixsim.logging.jobs.JobFileAppender"><folder>%s</folder></appender>
                  <root level="INFO"><appender-ref ref="jobs"/></root>
                </configuration>
                """.formatted(Docs.block(DOC, "```xml\n"), folder);
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(MDC.getMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));

        try (var job = LogContext.job(7)) {
            context.getLogger("x").debug("hidden");
            context.getLogger("x").error("broken");
        }
        context.stop();

        assertThat(Files.readString(folder.resolve("projects/_none/files/logs/jobs/7.jsonl")))
                .contains("hidden", "\"replayed\":true", "broken");
    }

    /** Times and threads differ from run to run. */
    private static String comparable(String lines) {
        return lines.strip()
                .replaceAll("\"timestamp\":\"[^\"]*\"", "\"timestamp\":\"…\"")
                .replaceAll("\"(duration_ms|pipeline:start|provider:error)\":\\d+", "\"$1\":0");
    }
}
