package io.pixsim.logging.recipes;

import static io.pixsim.logging.catalog.Fields.ARTIFACT_ID;
import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Fields.JOB_ID;
import static io.pixsim.logging.catalog.Fields.PROVIDER_JOB_ID;
import static io.pixsim.logging.catalog.Stage.JOB_END;
import static io.pixsim.logging.catalog.Stage.PIPELINE_START;
import static io.pixsim.logging.catalog.Stage.PROVIDER_COMPLETE;
import static io.pixsim.logging.catalog.Stage.PROVIDER_ERROR;
import static io.pixsim.logging.catalog.Stage.PROVIDER_SUBMIT;
import static io.pixsim.logging.catalog.Stage.RETRY_DECISION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;
import io.pixsim.logging.Format;
import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.RetryDecision;
import io.pixsim.logging.StageTimer;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.journeys.Docs;
import io.pixsim.logging.test.CaptureLogs;
import io.pixsim.logging.test.CapturedEvent;
import io.pixsim.logging.test.CapturedLogs;
import io.pixsim.logging.web.RequestLog;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** The examples of docs/recipes for services and for who comes from Python, compiled and run as they stand there. */
@CaptureLogs
class ServicesRecipeTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void anApiServerLogsRequestsAndWhatTheyStart(CapturedLogs logs) throws Exception {
        ExecutorService render = Executors.newSingleThreadExecutor();

        // docs: api-server
        Logger log = Logging.configure("api");
        RequestLog requests =
                RequestLog.builder(log).trustedProxies("10.0.0.0/8").build();

        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/api/v1/generate", exchange -> {
            String client = exchange.getRemoteAddress().getAddress().getHostAddress();
            String path = exchange.getRequestURI().getPath();
            requests.begin(exchange.getRequestMethod(), path, client, exchange.getRequestHeaders()::getFirst)
                    .run(request -> {
                        exchange.getResponseHeaders().set("X-Request-ID", request.id());
                        render.execute(
                                LogContext.wrap(() -> log.info(PIPELINE_START, "processing_started", JOB_ID.of(123))));
                        exchange.sendResponseHeaders(202, -1);
                        request.status(202).responseSize(0).put(JOB_ID.of(123));
                        exchange.close();
                    });
        });
        server.start();
        // docs: end

        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + server.getAddress().getPort() + "/api/v1/generate"))
                .header("X-Request-ID", "req-7")
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());

        assertThat(logs.awaitEvents(3, SOON).lines())
                .hasSize(3)
                .allMatch(line -> line.contains("\"request_id\":\"req-7\""));
        server.stop(0);
        render.shutdownNow();
        assertShown("api-server");
    }

    @Test
    void aWorkerLogsItsJobs(CapturedLogs logs) throws Exception {
        List<Long> queue = List.of(123L, 124L);
        Provider provider = new Provider();

        // docs: worker
        Logger log = Logging.configure("worker");

        for (long jobId : queue) {
            try (var job = LogContext.job(jobId, "text_to_video", "pixverse")) {
                log.info(PIPELINE_START, "processing_started");
                for (int attempt = 0; ; attempt++) {
                    try (var tried = LogContext.with(ATTEMPT.of(attempt))) {
                        StageTimer.run(log, PROVIDER_SUBMIT, s -> s.put(PROVIDER_JOB_ID.of(provider.submit(jobId))));
                        log.info(PROVIDER_COMPLETE, "job done");
                        break;
                    } catch (IOException e) {
                        if (attempt == 1) {
                            RetryDecision.giveUp("provider keeps failing", attempt)
                                    .log(log);
                            log.error(PROVIDER_ERROR, "job failed", e);
                            break;
                        }
                        RetryDecision.retry("provider busy", attempt, Duration.ofMillis(10))
                                .log(log);
                    }
                }
            }
        }
        // docs: end

        assertThat(logs.ofJob(123).events())
                .extracting(CapturedEvent::stage)
                .containsExactly(PIPELINE_START, PROVIDER_SUBMIT, PROVIDER_COMPLETE, JOB_END);
        assertThat(logs.ofJob(124).events())
                .extracting(CapturedEvent::stage)
                .containsExactly(
                        PIPELINE_START,
                        PROVIDER_SUBMIT,
                        RETRY_DECISION,
                        PROVIDER_SUBMIT,
                        RETRY_DECISION,
                        PROVIDER_ERROR,
                        JOB_END);
        assertShown("worker");
    }

    @Test
    void aScriptLogsForPeople(CapturedLogs logs) throws Exception {
        // docs: script
        Logger log = Logging.configure(LoggingOptions.forService("script-cleanup")
                .format(Format.HUMAN)
                .level(Severity.DEBUG)
                .build());

        log.info("looking for stale artifacts");
        log.warn("artifact has no job", ARTIFACT_ID.of(456));
        // docs: end

        assertThat(logs.atLevel(Severity.WARNING).lines())
                .singleElement()
                .asString()
                .contains("\"artifact_id\":456");
        assertShown("script");
    }

    @Test
    void whatWasWrittenInPythonIsWrittenSo(CapturedLogs logs) throws Exception {
        IllegalStateException exception = new IllegalStateException("timeout");

        // docs: migrating-from-python
        Logger log = Logging.configure("worker");

        try (var job = LogContext.job(123, "text_to_video", "pixverse")) {
            log.info(PIPELINE_START, "processing_started");
            log.error(PROVIDER_ERROR, "provider_submission_failed", ATTEMPT.of(0), exception);
        }
        // docs: end

        assertThat(logs.atStage(PROVIDER_ERROR).lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(
                                "\"job_id\":123",
                                "\"attempt\":0",
                                "\"error\":\"timeout\"",
                                "\"error_type\":\"IllegalState"));
        assertShown("migrating-from-python");
    }

    /** The formatter breaks lines where a page need not. */
    private static void assertShown(String page) throws IOException {
        Path doc = Path.of("..", "docs", "recipes", page + ".md");
        assertThat(Docs.block(doc, "```java\n"))
                .isEqualToIgnoringWhitespace(Docs.source(ServicesRecipeTest.class, "// docs: " + page));
    }

    /** Takes one job and fails with the next. */
    private static final class Provider {

        String submit(long jobId) throws IOException {
            if (jobId != 123) {
                throw new IOException("renderer cold");
            }
            return "pv_job_" + jobId;
        }
    }
}
