package io.pixsim.logging.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.pixsim.logging.test.ingest.IngestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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

            server.get("/api/v1/jobs/123");
            assertThat(server.awaitLine("looked up")).contains("\"request_id\":\"req-", "\"thread\":\"task-");

            assertThat(server.post("/api/v1/jobs/0", "").headers().firstValue("X-Request-ID"))
                    .contains("req-7");
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

    @Test
    void aLogbackSpringXmlIsFoundByItsName(@TempDir Path resources) throws Exception {
        Files.copy(
                Path.of("..", "spring-boot-3", "src", "main", "resources", "own-logback.xml"),
                resources.resolve("logback-spring.xml"));

        try (Server server = Server.startWith(
                resources, "--pixsim.logging.env=staging", "--pixsim.logging.redact-keys=operation_type,shot")) {
            server.get("/actuator/health");
            server.post("/api/v1/jobs/123", "");

            assertThat(server.awaitLine("processing_started"))
                    .contains("\"service\":\"api\"", "\"env\":\"staging\"", "\"job_id\":123")
                    .contains("\"operation_type\":\"***redacted***\"");
            assertThat(server.awaitLine("request completed")).contains("\"path\":\"/api/v1/jobs/123\"");
            assertThat(server.terminate())
                    .allMatch(line -> line.startsWith("{"), "is JSON")
                    .noneMatch(line -> line.contains("/actuator/health"));
        }
    }

    @Test
    void whereTheStarterIsOffNothingOfItShows() throws Exception {
        try (Server server = Server.start("--pixsim.logging.enabled=false")) {
            server.post("/api/v1/jobs/123", "");

            assertThat(server.get("/actuator/metrics/pixsim.logging.events").statusCode())
                    .isEqualTo(404);
            assertThat(server.terminate())
                    .anyMatch(line -> line.endsWith("processing_started"))
                    .noneMatch(line -> line.startsWith("{") || line.contains("request completed"));
        }
    }

    @Test
    void propertiesThatCannotBeUsedAreToldAndTheServerStarts() throws Exception {
        try (Server server = Server.start(
                "--pixsim.logging.ingestion.batch-size=many",
                "--pixsim.logging.requests.trusted-proxies=nonsense",
                "--pixsim.logging.requests.slow=-1s")) {
            server.post("/api/v1/jobs/123", "");

            assertThat(server.awaitLine("processing_started")).contains("\"service\":\"api\"");
            assertThat(server.awaitLine("request completed")).contains("\"status\":200");
            assertThat(server.terminate())
                    .contains(
                            "pixsim-logging: pixsim.logging.ingestion.batch-size can't be read; leaving it out",
                            "pixsim-logging: pixsim.logging.requests.trusted-proxies is not allowed; leaving it out",
                            "pixsim-logging: pixsim.logging.requests.slow is not allowed; leaving it out");
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
