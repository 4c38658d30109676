package io.pixsim.logging.collector;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.resources.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exporter of OpenTelemetry's own SDK sends, and its program's records are found. */
class OpenTelemetrySdkTest {

    @TempDir
    Path folder;

    @Test
    void whatTheSdkExportsIsFound() throws Exception {
        try (Running running = Running.in(folder, builder -> builder.writeToken("w"))) {
            OtlpHttpLogRecordExporter exporter = OtlpHttpLogRecordExporter.builder()
                    .setEndpoint(running.collector.url() + "/v1/logs")
                    .addHeader("Authorization", "Bearer w")
                    .setCompression("gzip")
                    .build();
            SdkLoggerProvider provider = SdkLoggerProvider.builder()
                    .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "checkout")))
                    .addLogRecordProcessor(
                            BatchLogRecordProcessor.builder(exporter).build())
                    .build();

            provider.get("io.acme.Payment")
                    .logRecordBuilder()
                    .setSeverity(Severity.ERROR2)
                    .setSeverityText("ERROR")
                    .setBody("payment failed")
                    .setAttribute(AttributeKey.longKey("job_id"), 7L)
                    .setAttribute(AttributeKey.stringKey("api_key"), "sk-live-123456")
                    .emit();
            CompletableResultCode flushed = provider.forceFlush().join(30, TimeUnit.SECONDS);

            assertThat(flushed.isSuccess()).isTrue();
            Map<String, Object> entry =
                    running.client.get(API + "/trace/job/7").list().get(0);
            assertThat(entry)
                    .containsEntry("service", "checkout")
                    .containsEntry("level", "error")
                    .containsEntry("msg", "payment failed");
            assertThat(OpenApiDocument.object(entry.get("extra")))
                    .containsEntry("logger", "io.acme.Payment")
                    .containsEntry("api_key", "***redacted***");
            provider.shutdown().join(30, TimeUnit.SECONDS);
        }
    }
}
