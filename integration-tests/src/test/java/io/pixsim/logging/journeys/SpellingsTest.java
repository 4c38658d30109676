package io.pixsim.logging.journeys;

import static io.pixsim.logging.catalog.Stage.PIPELINE_START;
import static io.pixsim.logging.catalog.Stage.PROVIDER_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.pixsim.logging.FileOptions;
import io.pixsim.logging.FileSet;
import io.pixsim.logging.Format;
import io.pixsim.logging.GateOptions;
import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.catalog.Names;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.test.ingest.IngestServer;
import io.pixsim.logging.test.ingest.WireRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** Files in a spelling of the program's own, and an endpoint that gets the catalog's all the same. */
class SpellingsTest {

    private final IngestServer endpoint = IngestServer.start();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        Logging.shutdown(Patience.LONG);
        endpoint.close();
    }

    @Test
    void theEndpointGetsTheCatalogsNamesAndLevelsWhileFilesHaveOthers() throws IOException {
        Logger log = Logging.configure(options().build());

        try (var job = MDC.putCloseable("jobId", "123")) {
            log.warn(PIPELINE_START, "slow");
        }
        Logging.flush(Patience.LONG);

        assertThat(file())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("{\"ts\":")
                        .contains("\"level\":\"WARN\"", "\"component\":\"worker\"", "\"jobId\":123"));
        assertThat(endpoint.events()).singleElement().satisfies(event -> {
            assertThat(event)
                    .containsEntry("level", "warning")
                    .containsEntry("service", "worker")
                    .containsEntry("job_id", 123L)
                    .containsKey("timestamp")
                    .doesNotContainKeys("ts", "component", "jobId");
            assertThat(WireRules.violations(event)).isEmpty();
        });
    }

    @Test
    void aSupplierIsAskedOnceForConsoleFilesAndEndpointTogether() throws IOException {
        Logger log = Logging.configure(options().format(Format.HUMAN).build());
        AtomicInteger reads = new AtomicInteger();

        log.atInfo()
                .addKeyValue("scene", (Supplier<Integer>) reads::incrementAndGet)
                .log("rendered");
        Logging.flush(Patience.LONG);

        assertThat(reads).hasValue(1);
        assertThat(file()).singleElement().satisfies(line -> assertThat(line).contains("\"scene\":1"));
        assertThat(endpoint.events())
                .singleElement()
                .satisfies(event -> assertThat(event).containsEntry("scene", 1L));
    }

    @Test
    void whatWasRecordedOfAJobIsSpelledAsEachWantsIt() throws IOException {
        Logger log = Logging.configure(options()
                .gate(GateOptions.builder().recordJobs(1 << 16).build())
                .files(FileOptions.builder().folder(folder).sets(FileSet.JOBS).build())
                .build());

        try (var job = LogContext.job(123)) {
            log.debug("picked account 7");
            log.error(PROVIDER_ERROR, "refused");
        }
        Logging.flush(Patience.LONG);

        assertThat(Files.readAllLines(Logging.jobLogPath(null, "123").orElseThrow()))
                .first()
                .satisfies(
                        line -> assertThat(line).contains("picked account 7", "\"level\":\"DEBUG\"", "\"jobId\":123"));
        assertThat(endpoint.events())
                .filteredOn("msg", "picked account 7")
                .singleElement()
                .satisfies(event ->
                        assertThat(event).containsEntry("level", "debug").containsEntry("job_id", 123L));
    }

    private LoggingOptions.Builder options() {
        return LoggingOptions.forService("worker")
                .names(Names.JOB_CENTRIC)
                .upperCaseLevels(true)
                .file(folder.resolve("worker.jsonl"))
                .ingestionUrl(endpoint.url());
    }

    private List<String> file() throws IOException {
        return Files.readAllLines(folder.resolve("worker.jsonl"));
    }
}
