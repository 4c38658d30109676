package io.pixsim.logging.test.ingest;

import static io.pixsim.logging.test.ingest.Client.GOOD;
import static io.pixsim.logging.test.ingest.Client.batchOf;
import static io.pixsim.logging.test.ingest.Client.json;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.pixsim.logging.sink.IngestionFormat;
import io.pixsim.logging.test.ingest.IngestServer.Generation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The formats beside the PixSim batch: what arrives, and in which words it is answered. */
@IngestEndpoint
class FormatsTest {

    private final Client client = new Client();

    @ParameterizedTest
    @EnumSource(
            value = IngestionFormat.class,
            names = {"OTLP", "BULK"})
    void whatArrivesIsStoredPackedOrNot(IngestionFormat format) throws Exception {
        try (IngestServer server = IngestServer.start()) {
            post(server, format, false, "one", "two");
            var packed = post(server, format, true, "three");

            assertThat(packed.statusCode()).isEqualTo(200);
            assertThat(messages(server)).containsExactly("one", "two", "three");
            assertThat(server.batches()).extracting(ReceivedBatch::format).containsOnly(format);
            assertThat(server.batches())
                    .extracting(ReceivedBatch::events)
                    .extracting(List::size)
                    .containsExactly(2, 1);
        }
    }

    @Test
    void anOtlpRequestThatIsNoneIsABadRequest(IngestServer server) throws Exception {
        var response = client.send(HttpRequest.newBuilder(server.url(IngestionFormat.OTLP))
                .POST(BodyPublishers.ofString("{}"))
                .build());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/x-protobuf");
        assertThat(server.batches()).hasSize(1);
        assertThat(server.events()).isEmpty();
    }

    @Test
    void aBulkRequestThatIsNoneIsABadRequest(IngestServer server) throws Exception {
        var response = client.post(server.url(IngestionFormat.BULK), "{}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response))
                .containsEntry(
                        "error",
                        Map.of(
                                "type",
                                "document_parsing_exception",
                                "reason",
                                "the bulk request must end with a line feed"));
    }

    @Test
    void otlpIsToldHowManyWereRejected(IngestServer server) throws Exception {
        server.enqueue(
                Answer.shortCount(1),
                Answer.refusing(400, FormatsTest::isBad),
                Answer.refusing(400, FormatsTest::isBad));

        var cut = post(server, IngestionFormat.OTLP, false, "kept", "late", "later");
        var judged = post(server, IngestionFormat.OTLP, false, "good", "bad", "fine");
        var well = post(server, IngestionFormat.OTLP, false, "well");

        assertThat(rejected(cut)).isEqualTo(2);
        assertThat(rejected(judged)).isEqualTo(1);
        assertThat(well.body()).isEmpty();
        assertThat(messages(server)).containsExactly("kept", "good", "fine", "well");
    }

    @Test
    void bulkIsToldOfEachItem(IngestServer server) throws Exception {
        server.enqueue(
                Answer.shortCount(1),
                Answer.refusing(400, FormatsTest::isBad),
                Answer.refusing(400, FormatsTest::isBad));

        var cut = post(server, IngestionFormat.BULK, false, "kept", "late");
        var judged = post(server, IngestionFormat.BULK, false, "bad", "good");
        var well = post(server, IngestionFormat.BULK, false, "well");

        assertThat(statuses(cut)).containsExactly(201L, 429L);
        assertThat(statuses(judged)).containsExactly(400L, 201L);
        assertThat(json(judged)).containsEntry("errors", true);
        assertThat(json(well)).containsEntry("errors", false);
        assertThat(messages(server)).containsExactly("kept", "good", "well");
    }

    @Test
    void anIdThatBulkKnowsAlreadyIsAConflictAndStoredOnce(IngestServer server) throws Exception {
        String request = "{\"create\":{\"_id\":\"a-1\"}}\n{\"msg\":\"once\"}\n";

        var first = client.post(server.url(IngestionFormat.BULK), request);
        var second = client.post(server.url(IngestionFormat.BULK), request);

        assertThat(statuses(first)).containsExactly(201L);
        assertThat(statuses(second)).containsExactly(409L);
        assertThat(server.events()).hasSize(1);
    }

    @Test
    void anErrorIsInTheWordsOfTheFormat(IngestServer server) throws Exception {
        server.respond(Answer.status(503));

        var otlp = post(server, IngestionFormat.OTLP, false, "x");
        var bulk = post(server, IngestionFormat.BULK, false, "x");

        assertThat(otlp.statusCode()).isEqualTo(503);
        assertThat(otlp.headers().firstValue("Content-Type")).contains("application/x-protobuf");
        assertThat(bulk.statusCode()).isEqualTo(503);
        assertThat(json(bulk)).containsEntry("status", 503L);
        assertThat(server.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"H, 422, 0", "S0, 200, 1"})
    void aBadEventCostsAPixSimBatchWhatItCostsAtThatBackend(Generation generation, int status, int stored)
            throws Exception {
        try (IngestServer server = IngestServer.start(generation)) {
            server.respond(Answer.refusing(422, FormatsTest::isBad));
            String good = GOOD.replace("Z\"", "\"");

            var response =
                    client.post(server.url(), batchOf(good, good.replace("good", "bad"), good.replace("good", "fine")));

            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(server.events()).hasSize(stored);
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedAndASmallerOneIsNot(IngestServer server) throws Exception {
        server.respond(Answer.upTo(GOOD.length() + 50));

        assertThat(client.post(server.url(), batchOf(GOOD, GOOD)).statusCode()).isEqualTo(413);
        assertThat(client.post(server.url(), batchOf(GOOD)).statusCode()).isEqualTo(200);
        assertThat(server.events()).hasSize(1);
    }

    @Test
    void aLostAnswerIsStoredAndNotSaid(IngestServer server) throws Exception {
        server.enqueue(Answer.lost());

        assertThatThrownBy(() -> client.post(server.url(), batchOf(GOOD))).isInstanceOf(IOException.class);
        assertThat(server.awaitEvents(1)).hasSize(1);
    }

    @Test
    void onlyErrorsRefuse() {
        assertThatThrownBy(() -> Answer.refusing(200, FormatsTest::isBad)).hasMessage("status not in 400..599: 200");
    }

    private static boolean isBad(Map<String, Object> event) {
        return "bad".equals(event.get("msg"));
    }

    private HttpResponse<String> post(IngestServer server, IngestionFormat format, boolean packed, String... messages)
            throws IOException, InterruptedException {
        byte[] body = format == IngestionFormat.OTLP ? otlp(messages) : bulk(messages);
        HttpRequest.Builder request = HttpRequest.newBuilder(server.url(format));
        if (packed) {
            request.header("Content-Encoding", "gzip");
        }
        return client.send(request.POST(BodyPublishers.ofByteArray(packed ? gzip(body) : body))
                .build());
    }

    private static byte[] otlp(String... messages) {
        ScopeLogs.Builder logs = ScopeLogs.newBuilder();
        for (String message : messages) {
            logs.addLogRecords(
                    LogRecord.newBuilder().setBody(AnyValue.newBuilder().setStringValue(message)));
        }
        return ExportLogsServiceRequest.newBuilder()
                .addResourceLogs(ResourceLogs.newBuilder().addScopeLogs(logs))
                .build()
                .toByteArray();
    }

    private static byte[] bulk(String... messages) {
        StringBuilder body = new StringBuilder();
        Arrays.asList(messages)
                .forEach(message -> body.append("{\"create\":{}}\n{\"msg\":\"")
                        .append(message)
                        .append("\"}\n"));
        return body.toString().getBytes(UTF_8);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static long rejected(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).isEqualTo(200);
        return ExportLogsServiceResponse.parseFrom(response.body().getBytes(ISO_8859_1))
                .getPartialSuccess()
                .getRejectedLogRecords();
    }

    private static List<Object> statuses(HttpResponse<String> response) throws IOException {
        return ((List<?>) json(response).get("items"))
                .stream()
                        .<Object>map(item -> ((Map<?, ?>) ((Map<?, ?>) item).get("create")).get("status"))
                        .toList();
    }

    private static List<Object> messages(IngestServer server) {
        return server.events().stream().<Object>map(event -> event.get("msg")).toList();
    }
}
