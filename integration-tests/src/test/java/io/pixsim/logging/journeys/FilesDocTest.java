package io.pixsim.logging.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import io.pixsim.logging.FileOptions;
import io.pixsim.logging.FileSet;
import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.context.LogContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** The examples of docs/files.md, compiled and run as they stand there but for the folder. */
class FilesDocTest {

    private static final Path DOC = Path.of("..", "docs", "files.md");

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        Logging.shutdown(Duration.ofSeconds(5));
    }

    @Test
    void theCodeWritesTheFiles() throws IOException {
        // docs: the first example
        Logger log = Logging.configure(LoggingOptions.forService("worker")
                .files(FileOptions.builder()
                        .folder(folder.resolve("data"))
                        .sets(FileSet.SERVICE, FileSet.JOBS)
                        .errorFile(folder.resolve("data/logs/errors.log"))
                        .keepDays(30)
                        .build())
                .build());
        // docs: end

        try (var job = LogContext.job(123)) {
            log.error("broken");
        }
        assertThat(Logging.flush(Duration.ofSeconds(10)).pending()).isZero();
        assertThat(Docs.block(DOC, "```java\n"))
                .isEqualTo(Docs.source(FilesDocTest.class, "// docs: the first example")
                        .replace("folder.resolve(", "Path.of("));
        assertThat(folder.resolve("data/runtime/logs/worker.jsonl")).isNotEmptyFile();
        assertThat(folder.resolve("data/logs/errors.log")).isNotEmptyFile();
        assertThat(Logging.jobLogPath(null, "123").orElseThrow()).isNotEmptyFile();
    }

    @Test
    void theLogbackXmlWritesTheFiles() throws Exception {
        String xml = Docs.block(DOC, "```xml\n").replace("value=\"data\"", "value=\"" + folder + "\"");
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(MDC.getMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));

        context.getLogger("x").atInfo().addKeyValue("job_id", 123).log("hello");
        context.stop();

        assertThat(folder.resolve("runtime/logs/worker.jsonl")).isNotEmptyFile();
        assertThat(folder.resolve("projects/_none/files/logs/jobs/123.jsonl")).isNotEmptyFile();
    }
}
