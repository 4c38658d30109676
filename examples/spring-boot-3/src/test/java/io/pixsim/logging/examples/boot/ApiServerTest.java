package io.pixsim.logging.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.pixsim.logging.test.ingest.IngestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Starts the example, uses it, and takes it down as a supervisor does. */
@Timeout(180)
class ApiServerTest {

    @Test
    void itLogsRequestsAndJobsFromItsFirstToItsLastLine() throws Exception {
        List<String> lines;
        try (IngestServer endpoint = IngestServer.start();
                Server server = Server.start("--pixsim.logging.ingestion.url=" + endpoint.url())) {
            server.post("/api/v1/jobs/123", "");
            assertThat(server.awaitLine("processing_started"))
                    .contains(
                            "\"service\":\"api\"",
                            "\"job_id\":123",
                            "\"request_id\":\"req-7\"",
                            "\"stage\":\"pipeline:start\"");
            assertThat(server.awaitLine("a library at work")).contains("\"job_id\":123", "\"logger\":\"library\"");
            assertThat(server.awaitLine("request completed"))
                    .contains("\"route\":\"/api/v1/jobs/{id}\"", "\"status\":200");

            server.post("/api/v1/jobs/0", "");
            assertThat(server.awaitLine("request failed")).contains("no job 0", "\"level\":\"error\"");

            levelsChangeAtRunTime(server);
            assertThat(server.get("/actuator/metrics/pixsim.logging.events").body())
                    .contains("\"value\":");
            assertThat(server.get("/actuator/health").statusCode()).isEqualTo(200);

            lines = server.terminate();
            assertThat(endpoint.events())
                    .anySatisfy(event -> assertThat(event.toString()).contains("going down"));
        }

        assertThat(lines).allMatch(line -> line.startsWith("{"), "is JSON");
        assertThat(lines).noneMatch(line -> line.contains("/actuator/health"));
        assertThat(lines).anyMatch(line -> line.contains("going down"));
    }

    @Test
    void aFileOfTheApplicationsOwnMayIncludeTheParts() throws Exception {
        try (Server server = Server.start("--logging.config=classpath:own-logback.xml")) {
            server.post("/api/v1/jobs/123", "");

            assertThat(server.awaitLine("processing_started"))
                    .contains("\"service\":\"api\"", "\"env\":\"dev\"", "\"job_id\":123");
            assertThat(server.terminate()).allMatch(line -> line.startsWith("{"), "is JSON");
        }
    }

    private static void levelsChangeAtRunTime(Server server) throws Exception {
        String loggers = "/actuator/loggers/io.pixsim.logging.examples";
        assertThat(server.post(loggers, "{\"configuredLevel\":\"DEBUG\"}").statusCode())
                .isEqualTo(204);
        server.post("/api/v1/jobs/124", "");
        assertThat(server.awaitLine("chosen account"))
                .contains("***redacted***")
                .doesNotContain("abcdef");
    }
}
