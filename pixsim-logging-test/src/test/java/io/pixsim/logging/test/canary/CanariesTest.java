package io.pixsim.logging.test.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.pixsim.logging.Logging;
import io.pixsim.logging.LoggingOptions;
import io.pixsim.logging.sink.IngestionFormat;
import io.pixsim.logging.test.ingest.IngestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

@ResourceLock("io.pixsim.logging.test.CaptureLogs")
class CanariesTest {

    @TempDir
    Path folder;

    @Test
    @PlantCanaries
    void sinksBehindTheFrontDoorShowNoCanary(Canaries canaries) {
        canaries.watch(folder);
        org.slf4j.Logger log = Logging.configure(LoggingOptions.forService("worker")
                .file(folder.resolve("worker.log"))
                .build());

        log.info("calling the provider with api_key={}", canaries.secret("the provider's key"));
    }

    @Test
    void everyCanaryReachesTheSinksThatAreWatched() throws Exception {
        Path file = folder.resolve("worker.log");
        try (Canaries canaries = Canaries.open()) {
            Logging.configure(LoggingOptions.forService("worker").file(file).build());
            canaries.plant();
            Logging.flush(Duration.ofSeconds(5));
        } finally {
            Logging.shutdown(Duration.ofSeconds(5));
        }

        assertThat(Files.readAllLines(file)).hasSize(Place.values().length);
        assertThat(Files.readString(file)).contains("***redacted***").contains("token=***redacted***");
    }

    @Test
    void aSinkThatHidesNothingIsNamedWithThePlaceOfEachCanary() {
        Path file = folder.resolve("plain.log");
        try (Canaries canaries = Canaries.open();
                PlainSink sink = PlainSink.start(file)) {
            canaries.watch(folder).plant();

            assertThatThrownBy(canaries::check)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("file plain.log")
                    .hasMessageContaining("planted as message")
                    .hasMessageContaining("planted as argument")
                    .hasMessageContaining("planted as exception")
                    .hasMessageContaining("planted as name of a thread");
        }
    }

    @Test
    void aCanaryInJsonIsNamedWithItsField() throws Exception {
        try (Canaries canaries = Canaries.open()) {
            String secret = canaries.secret("the key");
            Files.writeString(folder.resolve("dead.jsonl"), "{}\n{\"a\":{\"b\":[1,\"x " + secret + "\"]}}\n");
            canaries.watch(folder);

            assertThatThrownBy(canaries::check)
                    .hasMessage("1 canaries were seen:\n"
                            + "  file dead.jsonl, field a.b[1] of line 2: the canary planted as the key");
        }
    }

    @Test
    void aCanaryInADeadLetterIsNamedWithItsField() throws Exception {
        try (Canaries canaries = Canaries.open()) {
            String secret = canaries.secret("the key");
            Files.writeString(
                    folder.resolve("dead-letters.jsonl"), "{\"status\":422,\"event\":{\"key\":\"" + secret + "\"}}\n");
            canaries.watch(folder);

            assertThatThrownBy(canaries::check)
                    .hasMessageContaining("dead letters dead-letters.jsonl, field event.key of line 1: ");
        }
    }

    @Test
    void aCanaryInADeadLetterThatIsNoJsonIsSeen() throws Exception {
        try (Canaries canaries = Canaries.open()) {
            byte[] event = ("no json " + canaries.secret("the key")).getBytes(StandardCharsets.UTF_8);
            Files.writeString(
                    folder.resolve("dead-letters.jsonl"),
                    "{\"event_base64\":\"" + Base64.getEncoder().encodeToString(event) + "\"}\n");
            canaries.watch(folder);

            assertThatThrownBy(canaries::check)
                    .hasMessageContaining("dead letters dead-letters.jsonl, event_base64, at byte 8 of line 1: ");
        }
    }

    @Test
    void aCanaryAmongBytesOfASegmentIsNamedWithItsField() throws Exception {
        try (Canaries canaries = Canaries.open()) {
            String json = "{\"msg\":\"a { in a text\"}\0\0{{\0{\"a\":{\"b\":\"" + canaries.secret("the key") + "\"}}\0";
            Files.writeString(folder.resolve("0-1.seg"), "PXSPOOL1\0" + json);
            canaries.watch(folder);

            assertThatThrownBy(canaries::check).hasMessageContaining("spool segment 0-1.seg, field a.b at byte ");
        }
    }

    @Test
    void aCanaryInAPackedFileIsSeen() throws Exception {
        try (Canaries canaries = Canaries.open()) {
            byte[] line = ("{\"key\":\"" + canaries.secret("the key") + "\"}\n").getBytes(StandardCharsets.UTF_8);
            try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("worker.log.gz")));
                    ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("worker.zip")))) {
                gzip.write(line);
                zip.putNextEntry(new ZipEntry("worker.log"));
                zip.write(line);
            }
            canaries.watch(folder);

            assertThatThrownBy(canaries::check)
                    .hasMessage("2 canaries were seen:\n"
                            + "  file worker.log.gz, field key of line 1: the canary planted as the key\n"
                            + "  file worker.zip, field key of line 1: the canary planted as the key");
        }
    }

    @ParameterizedTest
    @EnumSource(IngestionFormat.class)
    void aCanaryInARequestIsNamedWithItsFieldWhateverTheFormat(IngestionFormat format) throws Exception {
        try (Canaries canaries = Canaries.open();
                IngestServer server = IngestServer.start()) {
            canaries.watch(server);

            post(server.url(format), body(format, canaries.secret("the key")), "identity");

            assertThatThrownBy(canaries::check)
                    .hasMessage("1 canaries were seen:\n  request 1 (" + format
                            + "), field key.inner of event 1: the canary planted as the key");
        }
    }

    @Test
    void aCanaryInAPackedRequestThatTheEndpointRefusesIsSeen() throws Exception {
        try (Canaries canaries = Canaries.open();
                IngestServer server = IngestServer.start()) {
            canaries.watch(server);
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(body(IngestionFormat.PIXSIM, canaries.secret("the key")));
            }

            post(server.url(), packed.toByteArray(), "gzip");

            assertThatThrownBy(canaries::check)
                    .hasMessageContaining("request 1 (pixsim), field logs[0].key.inner of line 1");
        }
    }

    private static byte[] body(IngestionFormat format, String secret) {
        String event = "{\"level\":\"info\",\"service\":\"w\",\"key\":{\"inner\":\"" + secret + "\"}}";
        return switch (format) {
            case PIXSIM -> ("{\"logs\":[" + event + "]}").getBytes(StandardCharsets.UTF_8);
            case BULK -> ("{\"create\":{}}\n" + event + "\n").getBytes(StandardCharsets.UTF_8);
            case OTLP -> otlp(secret);
        };
    }

    private static byte[] otlp(String secret) {
        KeyValue inner = KeyValue.newBuilder()
                .setKey("inner")
                .setValue(AnyValue.newBuilder().setStringValue(secret))
                .build();
        LogRecord record = LogRecord.newBuilder()
                .addAttributes(KeyValue.newBuilder()
                        .setKey("key")
                        .setValue(AnyValue.newBuilder()
                                .setKvlistValue(KeyValueList.newBuilder().addValues(inner))))
                .build();
        return ExportLogsServiceRequest.newBuilder()
                .addResourceLogs(ResourceLogs.newBuilder()
                        .addScopeLogs(ScopeLogs.newBuilder().addLogRecords(record)))
                .build()
                .toByteArray();
    }

    private static void post(URI url, byte[] body, String encoding) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", encoding)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }

    @Test
    void aCanaryOnTheConsoleIsSeen() {
        try (Canaries canaries = Canaries.open()) {
            System.out.write(canaries.secret("the key").getBytes(StandardCharsets.UTF_8), 0, 30);
            System.out.flush();

            assertThatThrownBy(canaries::check).hasMessageContaining("console, at byte 0 of line 1");
        }
    }

    @Test
    void nothingWrittenIsNothingSeen() {
        try (Canaries canaries = Canaries.open()) {
            canaries.secret("unused");
            canaries.watch(folder.resolve("none"));

            assertThatCode(canaries::check).doesNotThrowAnyException();
        }
    }

    /** A file appender as many have it: whatever is logged, as it is. */
    private record PlainSink(Logger root, FileAppender<ILoggingEvent> appender) implements AutoCloseable {

        static PlainSink start(Path file) {
            LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
            PatternLayoutEncoder encoder = new PatternLayoutEncoder();
            encoder.setContext(context);
            encoder.setPattern("%thread %logger %mdc %kvp %msg%n%ex");
            encoder.start();
            FileAppender<ILoggingEvent> appender = new FileAppender<>();
            appender.setContext(context);
            appender.setFile(file.toString());
            appender.setEncoder(encoder);
            appender.start();
            Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            root.addAppender(appender);
            return new PlainSink(root, appender);
        }

        @Override
        public void close() {
            root.detachAppender(appender);
            appender.stop();
        }
    }
}
