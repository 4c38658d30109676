package io.pixsim.logging.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.pixsim.logging.GateOptions;
import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.encode.JsonReader;
import io.pixsim.logging.journeys.Patience;
import io.pixsim.logging.web.servlet.RequestLogFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Which requests of a real container are written under the gate's rules for paths, and which client they name. */
class RequestRulesTest {

    /** Beyond what the first request takes on a busy machine, and below what makes a request a warning. */
    private static final Duration SLOW = Duration.ofMillis(500);

    @TempDir
    Path folder;

    private Path file;
    private Jetty jetty;

    @BeforeEach
    void start() throws Exception {
        file = folder.resolve("api.jsonl");
        Logging.configure(LoggingOptions.forService("api")
                .file(file)
                .gate(GateOptions.builder()
                        .excludePaths("/health", "/api/v1/jobs/{id}")
                        .slowRequest(SLOW)
                        .build())
                .build());
        jetty = new Jetty()
                .trusting("10.0.0.0/8")
                .shuttingDown()
                .with("/health", new Answers())
                .with("/api/v1/jobs/*", new Answers())
                .with("/api/v1/generate", new Answers())
                .start();
    }

    @AfterEach
    void stop() throws Exception {
        jetty.close();
        Logging.shutdown(Duration.ofSeconds(5));
    }

    @Test
    void healthChecksAndPollingOfJobsAreNotWritten() throws Exception {
        jetty.get("/health");
        jetty.get("/api/v1/jobs/123");
        jetty.get("/api/v1/jobs/124");
        jetty.get("/api/v1/generate");

        assertThat(ended(1))
                .singleElement()
                .satisfies(end -> assertThat(end).containsEntry("path", "/api/v1/generate"));
        assertThat(events()).hasSize(2);
    }

    @Test
    void failedAndSlowOnesAreWrittenAllTheSame() throws Exception {
        jetty.get("/api/v1/jobs/123?status=404");
        jetty.get("/api/v1/jobs/123?status=503");
        jetty.get("/api/v1/jobs/124?throw=true");
        jetty.get("/api/v1/jobs/125?slow=true");

        assertThat(ended(4))
                .extracting(end -> end.get("path") + " " + end.get("status") + " " + end.get("level"))
                .containsExactly(
                        "/api/v1/jobs/123 404 warning",
                        "/api/v1/jobs/123 503 error",
                        "/api/v1/jobs/124 500 error",
                        "/api/v1/jobs/125 200 info");
    }

    @Test
    void aFailedAuthenticationIsWrittenOnEveryPath() throws Exception {
        jetty.get("/api/v1/jobs/123?auth=failed");

        ended(1);
        assertThat(events())
                .filteredOn(event -> "auth_failed".equals(event.get("event")))
                .singleElement()
                .satisfies(event ->
                        assertThat(event).containsEntry("level", "warning").containsEntry("reason", "token expired"));
    }

    @Test
    void aRouteThatTheProgramNamesGroupsItsPaths() throws Exception {
        jetty.get("/api/v1/jobs/123?status=404");
        jetty.get("/api/v1/jobs/124?status=404");

        assertThat(ended(2)).extracting(end -> end.get("route")).containsOnly("/api/v1/jobs/{id}");
    }

    @Test
    void whoIsNoTrustedProxyCannotNameAnotherClient() throws Exception {
        jetty.get("/api/v1/generate", "X-Forwarded-For", "203.0.113.9");

        assertThat(ended(1)).extracting(end -> end.get("client_ip")).containsExactly("127.0.0.1");
    }

    @Test
    void anApplicationThatIsTakenDownTakesLoggingWithIt() throws Exception {
        jetty.close();
        LoggerFactory.getLogger("app").info("too late");

        assertThat(events()).isEmpty();
    }

    /** The ends of requests, once there are as many; an event comes a moment after its answer. */
    private List<Map<String, Object>> ended(int requests) throws IOException {
        Patience.await().until(() -> ends().size() >= requests);
        return ends();
    }

    private List<Map<String, Object>> ends() throws IOException {
        return events().stream()
                .filter(event -> event.containsKey("duration_ms"))
                .toList();
    }

    private List<Map<String, Object>> events() throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(RequestRulesTest::parsed)
                    .filter(event -> !event.get("logger").toString().startsWith("org.eclipse.jetty"))
                    .toList();
        }
    }

    private static Map<String, Object> parsed(String line) {
        try {
            return JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    /** Answers as its query says. */
    private static final class Answers extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            RequestLogFilter.of(request).orElseThrow().route("/api/v1/jobs/{id}");
            if (request.getParameter("auth") != null) {
                RequestLogFilter.of(request).orElseThrow().authenticationFailed("token expired");
                response.setStatus(401);
            }
            if (request.getParameter("throw") != null) {
                throw new IllegalStateException("no account left");
            }
            if (request.getParameter("slow") != null) {
                takeTime();
            }
            if (request.getParameter("status") != null) {
                response.setStatus(Integer.parseInt(request.getParameter("status")));
            }
        }

        private static void takeTime() {
            long start = System.nanoTime();
            while (System.nanoTime() - start <= SLOW.toNanos()) {
                LockSupport.parkNanos(SLOW.toNanos());
            }
        }
    }
}
