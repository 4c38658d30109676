package io.pixsim.logging.journeys;

import static io.pixsim.logging.catalog.Fields.*;
import static io.pixsim.logging.catalog.Stage.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import io.pixsim.logging.Logging;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.test.CaptureLogs;
import io.pixsim.logging.test.CapturedLogs;
import io.pixsim.logging.test.assertj.LogAssertions;
import io.pixsim.logging.test.ingest.IngestServer;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** The README's examples, compiled and run as they stand there. */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");

    @Test
    @CaptureLogs
    void theFirstExampleLogsWhatItSays(CapturedLogs logs) throws IOException {
        Exception exception = new TimeoutException("timeout");

        // README: the first example
        Logger log = Logging.configure("worker");

        try (var job = LogContext.job(123, "text_to_video", "pixverse")) {
            log.info(PIPELINE_START, "processing_started");
            try (var artifact = LogContext.artifact(456, 321)) {
                log.info(PROVIDER_SUBMIT, "submitted", PROVIDER_JOB_ID.of("pv_job_abc"));
            }
            log.error(PROVIDER_ERROR, "provider_submission_failed", ATTEMPT.of(0), exception);
        }
        // README: end

        assertThat(example(1)).isEqualTo(thisSource("README: the first example", "README: end"));
        LogAssertions.assertThat(logs).job(123).followed(PIPELINE_START, PROVIDER_SUBMIT, PROVIDER_ERROR);
        Logging.shutdown(Duration.ofSeconds(5));
    }

    @Test
    void theLogbackXmlForwards() throws Exception {
        try (IngestServer endpoint = IngestServer.start()) {
            String xml = section("<configuration>", "</configuration>")
                    .replace(
                            "http://localhost:8001/api/v1/logs/ingest/batch",
                            endpoint.url().toString());
            LoggerContext context = new LoggerContext();
            context.setMDCAdapter(MDC.getMDCAdapter());
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));

            context.getLogger("x").info("hello");
            context.stop();

            assertThat(endpoint.awaitEvents(1))
                    .singleElement()
                    .satisfies(event ->
                            assertThat(event).containsEntry("service", "worker").containsEntry("msg", "hello"));
        }
    }

    @Test
    void theFirstCodeComesByLineFifteen() throws IOException {
        assertThat(Files.readAllLines(README).indexOf("```java")).isBetween(0, 14);
    }

    /** The body of the first, second, … Java block. */
    private static String example(int number) throws IOException {
        String text = Files.readString(README);
        int start = 0;
        for (int i = 0; i < number; i++) {
            start = text.indexOf("```java\n", start) + "```java\n".length();
        }
        return text.substring(start, text.indexOf("```", start)).strip();
    }

    private static String section(String from, String to) throws IOException {
        String text = Files.readString(README);
        return text.substring(text.indexOf(from), text.indexOf(to) + to.length());
    }

    private static String thisSource(String from, String to) throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/pixsim/logging/journeys/ReadmeTest.java"));
        int start = source.indexOf('\n', source.indexOf("// " + from)) + 1;
        return source.substring(start, source.indexOf("// " + to, start))
                .stripIndent()
                .strip();
    }
}
