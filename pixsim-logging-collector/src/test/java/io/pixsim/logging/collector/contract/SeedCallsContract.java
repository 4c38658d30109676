package io.pixsim.logging.collector.contract;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.collector.Client;
import io.pixsim.logging.collector.Running;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calls that the ingestion's description shows, in its order and its shapes; and the bodies of the deployed clients. */
public abstract class SeedCallsContract {

    private static final String EVENT = """
            {"timestamp":"2025-11-13T00:30:00.000Z","level":"info","service":"worker","msg":"job_completed",
             "job_id":123,"provider_id":"pixverse","stage":"provider:complete"}""";

    private TestStore store;
    private Running running;
    private Client client;

    /** An empty store. */
    protected abstract TestStore newStore() throws Exception;

    @BeforeEach
    void start() throws Exception {
        store = newStore();
        running = Running.on(store);
        client = running.client;
    }

    @AfterEach
    void stop() throws Exception {
        running.close();
        store.close();
    }

    @Test
    void oneEventIsStoredAndHasAnId() {
        Client.Answer answer = client.post(API + "/ingest", EVENT);

        Object id = client.get(API + "/query", "job_id", "123").logs().get(0).get("id");
        assertThat(id).isInstanceOf(Long.class);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.object())
                .containsEntry("success", true)
                .containsEntry("log_id", id)
                .containsEntry("count", null)
                .containsKey("message");
    }

    @Test
    void aBatchIsAnsweredAsByTheBackend() {
        Client.Answer answer = client.batch(EVENT + "," + EVENT);

        assertThat(answer.text())
                .isEqualTo("{\"success\":true,\"log_id\":null,\"count\":2,"
                        + "\"message\":\"Ingested 2 logs successfully\"}");
    }

    @Test
    void aPageHasTheShapeOfTheBackends() {
        client.batch(EVENT);

        Map<String, Object> page = client.get(API + "/query", "limit", "100").object();

        assertThat(page).containsEntry("total", 1L).containsEntry("limit", 100L).containsEntry("offset", 0L);
        @SuppressWarnings("unchecked")
        Map<String, Object> entry = ((List<Map<String, Object>>) page.get("logs")).get(0);
        assertThat(entry.keySet())
                .containsExactly(
                        "id",
                        "timestamp",
                        "level",
                        "service",
                        "env",
                        "msg",
                        "request_id",
                        "trace_id",
                        "job_id",
                        "submission_id",
                        "artifact_id",
                        "generation_id",
                        "provider_job_id",
                        "provider_id",
                        "operation_type",
                        "stage",
                        "channel",
                        "domain",
                        "user_id",
                        "error",
                        "error_type",
                        "duration_ms",
                        "attempt",
                        "extra");
        assertThat(entry)
                .containsEntry("timestamp", "2025-11-13T00:30:00Z")
                .containsEntry("job_id", 123L)
                .containsEntry("env", "dev")
                .containsEntry("request_id", null)
                .containsEntry("extra", null);
    }

    @Test
    void aJobAndARequestAreTracedOldestFirst() {
        client.batch("""
                {"timestamp":"2025-11-13T00:30:03Z","level":"info","service":"worker","msg":"c","job_id":7,"request_id":"r/1"},
                {"timestamp":"2025-11-13T00:30:01Z","level":"info","service":"api","msg":"a","job_id":7,"request_id":"r/1"},
                {"timestamp":"2025-11-13T00:30:02Z","level":"info","service":"worker","msg":"b","job_id":7},
                {"timestamp":"2025-11-13T00:30:02Z","level":"info","service":"worker","msg":"other","job_id":8}""");

        assertThat(messages(client.get(API + "/trace/job/7").list())).containsExactly("a", "b", "c");

        assertThat(messages(client.get(API + "/trace/request/r%2F1").list())).containsExactly("a", "c");
        assertThat(client.get(API + "/trace/job/99").text()).isEqualTo("[]");
    }

    @Test
    void severalFiltersMustAllBeMet() {
        client.batch(EVENT + "," + EVENT.replace("pixverse", "sora") + "," + EVENT.replace("worker", "api"));

        assertThat(client.get(API + "/query", "stage", "provider:complete", "provider_id", "pixverse", "service", "api")
                        .logs())
                .hasSize(1);
    }

    @Test
    void valuesOfAColumnKeepTheirTypeAndThoseOfExtraAreText() {
        client.batch("""
                {"level":"info","service":"worker","job_id":10,"account_id":789,"flag":true},
                {"level":"info","service":"worker","job_id":9,"account_id":5},
                {"level":"info","service":"api","job_id":"job-a"}""");

        assertThat(client.get(API + "/distinct", "field", "job_id").object())
                .containsEntry("field", "job_id")
                .containsEntry("count", 3L)
                .containsEntry("values", List.of(9L, 10L, "job-a"));
        assertThat(client.get(API + "/distinct", "field", "account_id").object())
                .containsEntry("values", List.of("5", "789"));
        assertThat(client.get(API + "/distinct", "field", "flag").object()).containsEntry("values", List.of("true"));
        assertThat(client.get(API + "/distinct/service").object()).containsEntry("values", List.of("api", "worker"));
        assertThat(client.get(API + "/fields").object()).containsEntry("dynamic", List.of("account_id", "flag"));
    }

    @Test
    void theBodyOfThePythonForwarderIsTakenWhole() throws IOException {
        byte[] body = Files.readAllBytes(Path.of("src/test/resources/python-forwarder-body.json"));

        Client.Answer answer = client.post(API + "/ingest/batch", body);

        assertThat(answer.object()).containsEntry("count", 7L);
        List<Map<String, Object>> trace = client.get(API + "/trace/job/123").list();
        assertThat(messages(trace)).containsExactly("job_processing_started", "submitted", "provider:error", "x", "y");
        assertThat(trace.get(0)).containsEntry("stage", "pipeline:start");
        assertThat(trace.get(2))
                .containsEntry("error", "Simulated \u2192 \u00e9")
                .containsEntry("level", "error");
        assertThat(client.get(API + "/trace/trace/t-9").list()).hasSize(5);
    }

    @Test
    void aBrowsersEventGetsTheServersTimeAndKeepsItsSpelling() {
        client.batch("{\"level\":\"ERROR\",\"service\":\"web\",\"env\":\"dev\",\"msg\":\"boom\",\"url\":\"/jobs\"}");

        Map<String, Object> entry =
                client.get(API + "/query", "level", "error").logs().get(0);
        assertThat(entry).containsEntry("level", "ERROR").containsEntry("extra", Map.of("url", "/jobs"));
        assertThat(client.get(API + "/query", "start_time", "2026-01-01").logs())
                .hasSize(1);
    }

    private static List<Object> messages(List<Map<String, Object>> entries) {
        return entries.stream().map(entry -> entry.get("msg")).toList();
    }
}
