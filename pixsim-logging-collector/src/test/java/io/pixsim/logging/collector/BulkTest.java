package io.pixsim.logging.collector;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bulk API of Elasticsearch and OpenSearch, as its clients use it. */
class BulkTest {

    private static final String LINES = "application/x-ndjson";

    @TempDir
    Path folder;

    private Running running;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        running = Running.in(folder);
        client = running.client;
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void eachItemIsAnsweredAndABadOneCostsNoOther() {
        Client.Answer answer = bulk("/_bulk", """
                {"create":{"_index":"logs-app","_id":"a1"}}
                {"@timestamp":"2026-01-02T03:04:05Z","level":"info","service":"worker","msg":"one","job_id":7}
                {"index":{}}
                {"level":"info","service":"worker",
                {"delete":{"_index":"logs-app","_id":"a1"}}
                {"index":{}}
                {"level":"info","service":"worker","msg":"two","job_id":7}
                """);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.object()).containsEntry("errors", true);
        assertThat(items(answer)).hasSize(4);
        assertThat(items(answer).get(0))
                .isEqualTo(Map.of(
                        "create", Map.of("_index", "logs-app", "_id", "a1", "result", "created", "status", 201L)));
        assertThat(items(answer).get(1))
                .isEqualTo(Map.of(
                        "index",
                        Map.of(
                                "status",
                                400L,
                                "error",
                                Map.of(
                                        "type",
                                        "document_parsing_exception",
                                        "reason",
                                        "the document is not JSON in UTF-8"))));
        assertThat(items(answer).get(2).toString()).contains("events are only added");
        assertThat(client.get(API + "/trace/job/7").list().stream().map(entry -> entry.get("msg")))
                .containsExactly("one", "two");
    }

    @Test
    void aDocumentIsKnownByItsIndexAndItsId() {
        String document = "{\"level\":\"info\",\"service\":\"a\"}\n";
        String body = "{\"create\":{\"_id\":\"1\"}}\n" + document;

        bulk("/logs-a/_bulk", body);
        bulk("/logs-a/_bulk", body);
        bulk("/logs-b/_bulk", body);

        assertThat(client.get(API + "/query").object()).containsEntry("total", 2L);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSecondDocumentOfAnIdIsNotStoredAndNotSaidToBe(boolean inOneRequest) {
        String first = "{\"create\":{\"_id\":\"1\"}}\n{\"level\":\"info\",\"service\":\"a\",\"msg\":\"first\"}\n";
        String later =
                first + "{\"index\":{\"_id\":\"1\"}}\n{\"level\":\"info\",\"service\":\"a\",\"msg\":\"second\"}\n";
        if (!inOneRequest) {
            bulk("/logs-a/_bulk", first);
        }

        Client.Answer answer = bulk("/logs-a/_bulk", inOneRequest ? first + later : later);

        List<Map<String, Object>> last =
                items(answer).subList(items(answer).size() - 2, items(answer).size());
        assertThat(answer.object()).containsEntry("errors", true);
        assertThat(last.get(0))
                .isEqualTo(Map.of(
                        "create",
                        Map.of(
                                "_index",
                                "logs-a",
                                "_id",
                                "1",
                                "status",
                                409L,
                                "error",
                                Map.of(
                                        "type",
                                        "version_conflict_engine_exception",
                                        "reason",
                                        "[1]: version conflict, document already exists"))));
        assertThat(last.get(1))
                .isEqualTo(Map.of("index", Map.of("_index", "logs-a", "_id", "1", "result", "noop", "status", 200L)));
        assertThat(client.get(API + "/query").logs())
                .singleElement()
                .satisfies(entry -> assertThat(entry).containsEntry("msg", "first"));
    }

    @Test
    void aRepeatOfDocumentsWithoutIdsIsNoConflict() {
        String body = "{\"create\":{}}\n{\"level\":\"info\",\"service\":\"a\",\"event_uid\":\"u\"}\n";
        bulk("/logs-a/_bulk", body);

        Client.Answer answer = bulk("/logs-a/_bulk", body);

        assertThat(answer.object()).containsEntry("errors", false);
        assertThat(items(answer).get(0).toString()).contains("result=noop", "status=200");
    }

    @Test
    void documentsOfTheElasticCommonSchemaGetTheNamesOfTheHouse() {
        bulk("/_bulk", """
                {"create":{}}
                {"@timestamp":"2026-01-02T03:04:05.678Z","message":"failed","log":{"level":"ERROR","logger":"a.B"},\
                "service":{"name":"api","environment":"prod","version":"1.2"},"trace":{"id":"t-1"},\
                "error":{"message":"no slot","type":"IllegalState","stack_trace":"at x"},"process.thread.name":"main"}
                """);

        Map<String, Object> entry = client.get(API + "/query").logs().get(0);
        assertThat(entry)
                .containsEntry("timestamp", "2026-01-02T03:04:05.678000Z")
                .containsEntry("level", "ERROR")
                .containsEntry("service", "api")
                .containsEntry("env", "prod")
                .containsEntry("msg", "failed")
                .containsEntry("trace_id", "t-1")
                .containsEntry("error", "no slot")
                .containsEntry("error_type", "IllegalState")
                .containsEntry(
                        "extra",
                        Map.of(
                                "logger", "a.B",
                                "service.version", "1.2",
                                "exception", "at x",
                                "thread", "main",
                                "trace_id", "t-1"));
    }

    @Test
    void onlyWhatWasAskedForIsAnswered() {
        Client.Answer answer = bulk("/_bulk?filter_path=errors,items.*.status,items.*.error.reason", """
                {"create":{"_index":"x"}}
                {"level":"info","service":"a"}
                {"create":{"_index":"x"}}
                5
                """);

        assertThat(answer.text())
                .isEqualTo("{\"errors\":true,\"items\":[{\"create\":{\"status\":201}},{\"create\":{\"status\":400,"
                        + "\"error\":{\"reason\":\"the document is not a JSON object, but a number\"}}}]}");
    }

    @Test
    void anActionThatCantBeReadRefusesTheBody() {
        Client.Answer answer = bulk("/_bulk", "{\"create\":{}}\n{\"level\":\"info\",\"service\":\"a\"}\nnonsense\n");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.object()).containsEntry("status", 400L);
        assertThat(answer.text()).contains("line 3");
        assertThat(bulk("/_bulk", "").status()).isEqualTo(400);
        assertThat(client.get(API + "/query").logs()).isEmpty();
    }

    @Test
    void whatClientsAskForAtTheStartIsThere() {
        Client.Answer banner = client.get("/");

        assertThat(banner.header("X-Elastic-Product")).isEqualTo("Elasticsearch");
        assertThat(banner.object()).containsEntry("tagline", "You Know, for Search");
        assertThat(client.get("/_license").object().get("license").toString()).contains("status=active");
        assertThat(client.get("/_cluster/health").object()).containsEntry("status", "green");
        assertThat(client.send(client.request("/")
                                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                .build())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aBrowserGetsThePageInstead() {
        Client.Answer page = client.send(client.request("/")
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .build());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("X-Elastic-Product")).isEmpty();
    }

    @Test
    void aTokenMayBeAPasswordOrAnApiKey() throws IOException {
        try (Running guarded = Running.in(folder.resolve("guarded"), builder -> builder.writeToken("secret"))) {
            String document = "{\"create\":{}}\n{\"level\":\"info\",\"service\":\"a\"}\n";

            assertThat(guarded.client
                            .post("/_bulk", document, "Content-Type", LINES)
                            .status())
                    .isEqualTo(401);
            for (String authorization :
                    List.of("Bearer secret", "Basic " + base64("elastic:secret"), "ApiKey " + base64("any:secret"))) {
                assertThat(guarded.client
                                .post("/_bulk", document, "Content-Type", LINES, "Authorization", authorization)
                                .status())
                        .as(authorization)
                        .isEqualTo(200);
            }
            assertThat(guarded.client
                            .post("/_bulk", document, "Content-Type", LINES, "Authorization", "Basic " + base64("a:b"))
                            .status())
                    .isEqualTo(401);
        }
    }

    private static String base64(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private Client.Answer bulk(String path, String body) {
        return client.post(path, body, "Content-Type", LINES);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(Client.Answer answer) {
        return (List<Map<String, Object>>) answer.object().get("items");
    }
}
