package io.pixsim.logging.engines;

import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Fields.DURATION_MS;
import static io.pixsim.logging.catalog.Stage.PROVIDER_ERROR;
import static io.pixsim.logging.catalog.Stage.PROVIDER_SUBMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.context.LogContext;
import io.pixsim.logging.diagnostics.DeliveryResult;
import io.pixsim.logging.encode.JsonReader;
import io.pixsim.logging.sink.EndpointOptions;
import io.pixsim.logging.sink.IngestionFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** What is logged, as real engines have it. Only with {@code -Pengines}. */
@Tag("engines")
class EnginesTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

    private final int port = freePort();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        Logging.shutdown(SOON);
    }

    @Test
    void anOpenTelemetryCollectorTakesOtlp() throws Exception {
        Path program = Engine.build("otelcol", ".");
        Path settings = Files.writeString(folder.resolve("otelcol.yaml"), """
                receivers: {otlp: {protocols: {http: {endpoint: "127.0.0.1:%d"}}}}
                exporters: {debug: {verbosity: detailed}}
                service:
                  telemetry: {metrics: {level: none}}
                  pipelines: {logs: {receivers: [otlp], exporters: [debug]}}
                """.formatted(port));
        try (Engine collector = Engine.start(program, port, "--config", "file:" + settings)) {
            logTo(url("/v1/logs"), IngestionFormat.OTLP);

            await().atMost(SOON).until(() -> collector.said().contains("Body: Str(provider failed)"));
            assertThat(collector.said())
                    .contains("-> service.name: Str(worker)")
                    .contains("-> deployment.environment.name: Str(test)")
                    .contains("InstrumentationScope io.pixsim.logging")
                    .contains("Body: Str(submitted)")
                    .contains("EventName: provider:submit")
                    .contains("-> job_id: Int(123)")
                    .contains("-> duration_ms: Int(1500)")
                    .contains("-> ratio: Double(0.5)")
                    .contains("-> sizes: Slice([1,2])")
                    .contains("-> api_key: Str(***redacted***)")
                    .contains("Trace ID: " + TRACE_ID)
                    .contains("SeverityText: FATAL")
                    .contains("SeverityNumber: Fatal(21)")
                    .contains("-> error_type: Str(IOException)");
        }
    }

    @Test
    void victoriaLogsTakesOtlp() throws Exception {
        try (Engine engine = victoriaLogs()) {
            logTo(url("/insert/opentelemetry/v1/logs"), IngestionFormat.OTLP);

            Map<String, Object> event = found("error_type:IOException");
            assertThat(event)
                    .containsEntry("_msg", "provider failed")
                    .containsEntry("service.name", "worker")
                    .containsEntry("job_id", "123")
                    .containsEntry("stage", "provider:error")
                    .containsEntry("trace_id", TRACE_ID)
                    .containsEntry("severity_text", "FATAL");
            assertThat(found("submitted")).containsEntry("duration_ms", "1500");
        }
    }

    @Test
    void victoriaLogsTakesBulk() throws Exception {
        try (Engine engine = victoriaLogs()) {
            logTo(
                    url("/insert/elasticsearch/_bulk?_msg_field=msg&_time_field=@timestamp&_stream_fields=service,env"),
                    IngestionFormat.BULK);

            assertThat(found("error_type:IOException"))
                    .containsEntry("_msg", "provider failed")
                    .containsEntry("_stream", "{env=\"test\",service=\"worker\"}")
                    .containsEntry("job_id", "123")
                    .containsEntry("level", "critical")
                    .satisfies(event -> assertThat(event.get("_time")).isEqualTo(event.get("timestamp")));
        }
    }

    private Engine victoriaLogs() throws Exception {
        Path program = Engine.build("victorialogs", "github.com/VictoriaMetrics/VictoriaLogs/app/victoria-logs");
        return Engine.start(
                program, port, "-httpListenAddr=127.0.0.1:" + port, "-storageDataPath=" + folder.resolve("data"));
    }

    private static int freePort() {
        try {
            return Engine.freePort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static void logTo(String url, IngestionFormat format) {
        Logger log = Logging.configure(LoggingOptions.forService("worker")
                .env("test")
                .ingestionUrl(URI.create(url))
                .endpoint(EndpointOptions.of(format))
                .build());
        try (var job = LogContext.job(123, "text_to_video", "pixverse")) {
            log.atInfo()
                    .addMarker(PROVIDER_SUBMIT)
                    .addKeyValue("trace_id", TRACE_ID)
                    .addKeyValue("ratio", 0.5)
                    .addKeyValue("sizes", List.of(1, 2))
                    .addKeyValue("api_key", "hunter2")
                    .addArgument(DURATION_MS.of(Duration.ofMillis(1500)))
                    .log("submitted");
            log.atError()
                    .addMarker(Severity.CRITICAL.at(PROVIDER_ERROR))
                    .addKeyValue("trace_id", TRACE_ID)
                    .addArgument(ATTEMPT.of(0))
                    .setCause(new IOException("no answer"))
                    .log("provider failed");
        }
        DeliveryResult result = Logging.flush(SOON);
        assertThat(result.delivered()).as("with what tells that the job ended").isEqualTo(3);
    }

    /** The one event that a query of VictoriaLogs finds; it takes a second until there is one. */
    private Map<String, Object> found(String query) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url("/select/logsql/query?query=" + query)))
                .build();
        String line = await().atMost(SOON)
                .until(
                        () -> HttpClient.newHttpClient()
                                .send(request, HttpResponse.BodyHandlers.ofString())
                                .body()
                                .strip(),
                        body -> !body.isEmpty());
        return JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8));
    }
}
