package io.pixsim.logging.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.encode.JsonReader;
import io.pixsim.logging.test.ingest.IngestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was recorded of a job that failed is in its file and at the endpoint, when the process that had it is gone. */
class RecordedJobTest {

    private static final List<String> EXPECTED =
            List.of("started", "picked account 7", "asked the provider", "refused", "cleaning up", "job ended");

    private final IngestServer endpoint = IngestServer.start();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void aJobThatFailsIsExplainedToTheEndInItsFileAndAtTheEndpoint() throws Exception {
        Map<String, String> environment = Map.of(
                "PIXSIM_LOG_RECORDER", "true",
                "PIXSIM_LOG_DIR", folder.toString(),
                "PIXSIM_LOG_INGESTION_URL", endpoint.url().toString());
        try (ChildJvm child = ChildJvm.run(FailingJobChild.class, environment)) {
            assertThat(child.awaitExit()).isEqualTo(1);
            assertThat(child.lines())
                    .noneMatch(line -> line.startsWith("pixsim-logging"))
                    .noneMatch(line -> line.contains("picked account"));
        }

        List<Map<String, Object>> inFile = events("job-bad");
        assertThat(inFile).extracting(event -> event.get("msg")).isEqualTo(EXPECTED);
        assertThat(inFile)
                .extracting(event -> event.get("replayed"))
                .containsExactly(null, true, true, null, true, null);
        assertThat(inFile).allSatisfy(event -> assertThat(event).containsEntry("job_id", "job-bad"));
        assertThat(inFile.get(2)).containsEntry("api_key", "***redacted***");
        List<Map<String, Object>> sent = endpoint.events().stream()
                .filter(event -> "job-bad".equals(event.get("job_id_raw")))
                .toList();
        assertThat(sent).extracting(event -> event.get("msg")).isEqualTo(EXPECTED);
        assertThat(sent).allSatisfy(event -> assertThat(event).doesNotContainKey("job_id"));
        assertThat(events("job-good")).extracting(event -> event.get("msg")).containsExactly("rendered", "job ended");
    }

    private List<Map<String, Object>> events(String jobId) throws IOException {
        List<Map<String, Object>> events = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("projects/_none/files/logs/jobs/" + jobId + ".jsonl"))) {
            events.add(JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8)));
        }
        return events;
    }
}
