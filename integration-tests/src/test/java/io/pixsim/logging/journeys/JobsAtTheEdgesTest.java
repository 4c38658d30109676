package io.pixsim.logging.journeys;

import static io.pixsim.logging.catalog.Stage.JOB_END;
import static io.pixsim.logging.catalog.Stage.PIPELINE_START;
import static io.pixsim.logging.journeys.Patience.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import io.pixsim.logging.Logging;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.process.JobProcess;
import io.pixsim.logging.test.CaptureLogs;
import io.pixsim.logging.test.CapturedLogs;
import io.pixsim.logging.web.client.CallLog;
import io.pixsim.logging.web.client.LoggedHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job that calls a provider or runs a program and then dies without a word still ends with its scope. */
@CaptureLogs
class JobsAtTheEdgesTest {

    private static final Logger LOG = LoggerFactory.getLogger("worker");

    private final HttpClient http =
            LoggedHttpClient.of(HttpClient.newHttpClient(), CallLog.builder(LOG).build());
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        Logging.configure("worker");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        Logging.shutdown(LONG);
    }

    @Test
    void afterACallThatWasWaitedFor(CapturedLogs logs) throws Exception {
        try (var job = LogContext.job(123)) {
            LOG.info(PIPELINE_START, "processing_started");
            http.send(request(), BodyHandlers.discarding());
        }

        assertThat(logs.atStage(JOB_END).events()).hasSize(1);
    }

    @Test
    void afterAProgramThatWasRun(CapturedLogs logs) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try (var job = LogContext.job(123)) {
            LOG.info(PIPELINE_START, "processing_started");
            JobProcess.builder(LOG, java, "-version").run();
        }

        assertThat(logs.atStage(JOB_END).events()).hasSize(1);
    }

    @Test
    void butNotWhileACallMayStillBeUnderWay(CapturedLogs logs) throws Exception {
        CompletableFuture<HttpResponse<Void>> call;
        try (var job = LogContext.job(123)) {
            LOG.info(PIPELINE_START, "processing_started");
            call = http.sendAsync(request(), BodyHandlers.discarding());
        }
        call.get(LONG.toSeconds(), TimeUnit.SECONDS);

        assertThat(logs.atStage(JOB_END).events()).isEmpty();
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + server.getAddress().getPort() + "/"))
                .build();
    }
}
