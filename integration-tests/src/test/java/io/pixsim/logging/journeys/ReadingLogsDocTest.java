package io.pixsim.logging.journeys;

import static io.pixsim.logging.catalog.Fields.*;
import static io.pixsim.logging.catalog.Stage.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.files.CleanupResult;
import io.pixsim.logging.files.LogFiles;
import io.pixsim.logging.files.LogFollower;
import io.pixsim.logging.files.LogQuery;
import io.pixsim.logging.files.LogReader;
import io.pixsim.logging.files.LoggedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** The code of docs/reading-logs.md, compiled and run as it stands there, on what the library itself has written. */
class ReadingLogsDocTest {

    private static final Path DOC = Path.of("..", "docs", "reading-logs.md");

    @TempDir
    Path folder;

    @BeforeEach
    void writeLogs() {
        Logger log = Logging.configure(LoggingOptions.forService("worker")
                .file(folder.resolve("worker.jsonl"))
                .build());
        try (var job = LogContext.job(123, "text_to_video", "pixverse")) {
            log.info(PIPELINE_START, "processing started");
            log.error(PROVIDER_ERROR, "submission failed", ATTEMPT.of(0), new IllegalStateException("busy"));
        }
        log.warn("of no job");
    }

    @AfterEach
    void stop() {
        Logging.shutdown(Duration.ofSeconds(5));
    }

    @Test
    void theCodeReadsWhatWasLogged() throws Exception {
        // docs: the example
        LogFiles logs = LogFiles.in(folder);

        String end = logs.tail(Path.of("worker.jsonl"), 80_000);

        LogQuery errors =
                LogQuery.all().job(123).minLevel(Severity.WARNING).newestFirst().limit(100);
        try (LogReader reader = logs.read(errors)) {
            while (reader.hasNext()) {
                LoggedEvent event = reader.next();
                System.out.println(event.stage().orElse("-") + " " + event.message());
            }
        }

        try (LogFollower follower = logs.follow(Path.of("worker.jsonl"), 80_000)) {
            Optional<String> line = follower.next(Duration.ofSeconds(1));
            line.flatMap(LoggedEvent::parse).map(LoggedEvent::message).ifPresent(System.out::println);
        }

        CleanupResult deleted = logs.cleanup(30);
        // docs: end

        assertThat(Docs.block(DOC, "```java\n"))
                .isEqualTo(Docs.source(ReadingLogsDocTest.class, "// docs: the example"));
        assertThat(end.lines()).hasSize(4);
        assertThat(deleted.files()).isZero();
        try (LogReader reader = logs.read(errors)) {
            LoggedEvent event = reader.next();
            assertThat(event.stage()).contains("provider:error");
            assertThat(event.text(ERROR)).contains("busy");
            assertThat(reader.hasNext()).isFalse();
            assertThat(reader.skippedLines()).isZero();
        }
    }
}
