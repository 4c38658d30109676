package io.pixsim.logging.test.ingest;

import static io.pixsim.logging.test.ingest.Client.GOOD;
import static io.pixsim.logging.test.ingest.Client.batchOf;
import static io.pixsim.logging.test.ingest.Client.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

@IngestEndpoint
class IngestServerTest {

    private final Client client = new Client();

    @Test
    void acceptsWhatThePythonForwarderSends(IngestServer server) throws Exception {
        var response = client.post(server.url(), pythonBody());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo(
                        "{\"success\":true,\"log_id\":null,\"count\":7,\"message\":\"Ingested 7 logs successfully\"}");
    }

    @Test
    void decodesWhatThePythonForwarderSends(IngestServer server) throws Exception {
        client.post(server.url(), pythonBody());

        var events = server.events();
        assertThat(events)
                .extracting(event -> event.get("level"))
                .containsExactly("info", "warning", "info", "info", "error", "critical", "warning");
        assertThat(events.get(4))
                .containsEntry("job_id", 123L)
                .containsEntry("attempt", 0L)
                .containsEntry("stage", "provider:error")
                .containsEntry("error", "Simulated \u2192 \u00e9");
    }

    @Test
    void recordsACallAsItArrived(IngestServer server) throws Exception {
        String body = batchOf(GOOD);

        client.post(server.url(), body);

        ReceivedBatch batch = server.batches().get(0);
        assertThat(batch.body()).isEqualTo(body.getBytes(UTF_8));
        assertThat(batch.header("content-TYPE")).isEqualTo("application/json");
        assertThat(batch.header("X-Absent")).isNull();
        assertThat(batch.headerNames()).contains("content-type", "content-length");
        assertThat(batch.events()).hasSize(1);
    }

    @Test
    void whatIsRecordedCannotBeChangedThroughItsBytes(IngestServer server) throws Exception {
        client.post(server.url(), batchOf());

        server.batches().get(0).body()[0] = '?';

        assertThat(server.batches().get(0).text()).isEqualTo("{\"logs\":[]}");
    }

    @Test
    void takesAnEmptyBatch(IngestServer server) throws Exception {
        var response = client.post(server.url(), "{\"logs\":[]}");

        assertThat(json(response)).containsEntry("success", true).containsEntry("count", 0L);
    }

    @Test
    void takesASingleEvent(IngestServer server) throws Exception {
        var response = client.post(server.url().resolve("/api/v1/logs/ingest"), GOOD);

        assertThat(response.body())
                .isEqualTo("{\"success\":true,\"log_id\":1,\"count\":null,\"message\":\"Log ingested successfully\"}");
        assertThat(server.events()).hasSize(1);
    }

    @Test
    void anotherPathIsNotFound(IngestServer server) throws Exception {
        var response = client.post(server.url().resolve("/api/v1/other"), batchOf(GOOD));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response)).containsEntry("code", "not_found").containsKeys("message", "request_id", "trace_id");
        assertThat(server.batches()).isEmpty();
    }

    @Test
    void anotherMethodIsNotAllowed(IngestServer server) throws Exception {
        var response = client.get(server.url());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void aTrailingSlashIsRedirected(IngestServer server) throws Exception {
        var response = client.post(server.url().resolve(server.url().getPath() + "/"), batchOf(GOOD));

        assertThat(response.statusCode()).isEqualTo(307);
        assertThat(response.headers().firstValue("Location"))
                .contains(server.url().getPath());
    }

    @Test
    void aClientThatAsksForHttp2IsRefusedAsByTheBackend(IngestServer server) throws Exception {
        HttpClient eager =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

        var response = eager.send(Client.request(server.url(), batchOf(GOOD)), BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("Invalid HTTP request received.");
    }

    @Test
    void bytesThatAreNotUtf8AreABadRequest(IngestServer server) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.url())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[] {'{', (byte) 0xff, '}'}))
                .build();

        var response = client.send(request);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response)).containsEntry("code", "invalid_request");
    }

    @Test
    void receivedCountsWhatArrivedAndEventsHoldsWhatWasStored(IngestServer server) throws Exception {
        server.enqueue(Answer.status(500));

        client.post(server.url(), batchOf(GOOD, GOOD));
        client.post(server.url(), batchOf(GOOD, GOOD));

        assertThat(server.received()).isEqualTo(4);
        assertThat(server.events()).hasSize(2);
    }

    @Test
    void awaitsEventsThatComeFromAnotherThread(IngestServer server) throws Exception {
        var response = client.postAsync(server.url(), batchOf(GOOD, GOOD));

        assertThat(server.awaitEvents(2)).hasSize(2);
        assertThat(response.get().statusCode()).isEqualTo(200);
    }

    @Test
    void awaitsAJobByNumberAndByText(IngestServer server) throws Exception {
        client.post(
                server.url(),
                batchOf(
                        "{\"level\":\"info\",\"service\":\"w\",\"job_id\":7}",
                        "{\"level\":\"info\",\"service\":\"w\",\"job_id_raw\":\"job-abc\"}",
                        GOOD));

        assertThat(server.awaitJob(7)).hasSize(1);
        assertThat(server.awaitJob("job-abc")).hasSize(1);
    }

    @Test
    void awaitingInVainTellsWhatIsThere(IngestServer server) throws Exception {
        client.post(server.url(), batchOf(GOOD));

        assertThatThrownBy(() -> server.awaitEvents(2, Duration.ZERO))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("expected 2 stored events", "1 calls and 1 stored events", "msg=good");
    }

    @Test
    void aJobsTraceIsReadBackOldestFirst(IngestServer server) throws Exception {
        String event = "{\"timestamp\":\"2025-11-13T00:30:0%s.00000%sZ\",\"level\":\"info\",\"service\":\"w\","
                + "\"job_id\":5,\"msg\":\"%s\",\"trace_id\":\"t\",\"colour\":\"red\"}";
        client.post(server.url(), batchOf(event.formatted(2, 0, "second"), event.formatted(1, 7, "first"), GOOD));

        var response = client.get(server.url().resolve("/api/v1/logs/trace/job/5"));

        assertThat(response.body())
                .isEqualTo("[" + entry(2, "00:30:01.000007", "first") + "," + entry(1, "00:30:02", "second") + "]");
    }

    @Test
    void aJobThatIsTextIsReadBackByItsText(IngestServer server) throws Exception {
        client.post(server.url(), batchOf("{\"level\":\"info\",\"service\":\"w\",\"job_id_raw\":\"job-abc\"}"));

        var response = client.get(server.url().resolve("/api/v1/logs/trace/job/job-abc"));

        assertThat(response.body()).startsWith("[{\"id\":1,").contains("\"extra\":{\"job_id_raw\":\"job-abc\"}");
    }

    @Test
    void anUnknownJobHasAnEmptyTrace(IngestServer server) throws Exception {
        var response = client.get(server.url().resolve("/api/v1/logs/trace/job/404"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("[]");
    }

    @Test
    void aTraceReturnsHostileTextUnharmed(IngestServer server) throws Exception {
        String hostile = "quote \\\" backslash \\\\ newline \\n bell \\u0007 smile \\ud83d\\ude00 \u2192";
        client.post(
                server.url(),
                batchOf("{\"level\":\"info\",\"service\":\"w\",\"job_id\":1,\"msg\":\"" + hostile + "\"}"));

        var response = client.get(server.url().resolve("/api/v1/logs/trace/job/1"));

        Map<String, Object> entry = io.pixsim.logging.encode.JsonReader.readObject(
                response.body().substring(1, response.body().length() - 1).getBytes(UTF_8));
        assertThat(entry.get("msg")).isEqualTo(server.events().get(0).get("msg"));
    }

    private static String entry(int id, String time, String msg) {
        return "{\"id\":" + id + ",\"timestamp\":\"2025-11-13T" + time + "Z\",\"level\":\"info\",\"service\":\"w\","
                + "\"env\":\"dev\",\"msg\":\"" + msg + "\",\"domain\":null,\"request_id\":null,\"trace_id\":\"t\","
                + "\"job_id\":5,\"submission_id\":null,\"generation_id\":null,\"provider_job_id\":null,"
                + "\"provider_id\":null,\"operation_type\":null,\"stage\":null,\"channel\":null,\"user_id\":null,"
                + "\"error\":null,\"error_type\":null,\"duration_ms\":null,\"attempt\":null,"
                + "\"extra\":{\"trace_id\":\"t\",\"colour\":\"red\"}}";
    }

    private static String pythonBody() throws IOException {
        try (InputStream in = IngestServerTest.class.getResourceAsStream("/golden/python-http-forwarder-body.json")) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
