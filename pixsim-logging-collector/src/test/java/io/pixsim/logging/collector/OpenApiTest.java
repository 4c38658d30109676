package io.pixsim.logging.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.collector.OpenApiDocument.Operation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the API's document says is what the server does: every path, parameter and answer. */
class OpenApiTest {

    private static final String EVENT = "{\"level\":\"error\",\"service\":\"worker\",\"msg\":\"m\",\"job_id\":123,"
            + "\"request_id\":\"r-1\",\"trace_id\":\"t-1\",\"stage\":\"provider:submit\",\"duration_ms\":5}";
    private static final Map<String, String> BODIES = Map.of(
            "ingest",
            EVENT,
            "ingestBatch",
            "{\"logs\":[" + EVENT + ",5,{}]}",
            "ingestLines",
            EVENT + "\nnonsense\n",
            "otlpLogs",
            "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{},5]}]}]}",
            "bulk",
            "{\"create\":{}}\n" + EVENT + "\n{\"delete\":{}}\n");

    @TempDir
    static Path folder;

    private static Running running;
    private static Client client;
    private static OpenApiDocument document;

    @BeforeAll
    static void start() throws IOException {
        running = Running.in(folder.resolve("open"), builder -> builder.maxBodyBytes(1 << 20));
        client = running.client;
        client.batch(EVENT);
        document = new OpenApiDocument(client.get("/openapi.json").text());
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void theDocumentIsWhole() {
        assertThat(document.operations()).hasSizeGreaterThan(25);
        assertThat(document.operations().stream().map(Operation::id)).doesNotHaveDuplicates();
        document.assertWhole();
    }

    @Test
    void everyOperationAnswersAsItSays() throws Exception {
        for (Operation operation : document.operations()) {
            String needed = operation.id().equals("distinct") ? "field=stage" : "";
            Client.Answer answer =
                    call(client, operation, needed, BODIES.get(operation.id().replaceAll("^bulk.*", "bulk")));

            assertThat(answer.status()).as("%s: %s", operation, answer.text()).isEqualTo(200);
            document.assertPromised(operation, answer);
        }
    }

    @Test
    void everyParameterIsUnderstood() throws Exception {
        for (Operation operation : document.operations()) {
            String needed = operation.id().equals("distinct") ? "field=stage" : "";
            for (Map<String, Object> parameter : document.parameters(operation, "query")) {
                if (operation.method().equals("GET") && parameter.containsKey("example")) {
                    String query = parameter.get("name") + "=" + encoded(parameter.get("example"));
                    Client.Answer answer = call(client, operation, needed + "&" + query, "");

                    assertThat(answer.status()).as("%s?%s", operation, query).isEqualTo(200);
                    document.assertPromised(operation, answer);
                }
            }
        }
    }

    @Test
    void whatAParameterDoesNotAllowIsRefused() throws Exception {
        for (Operation operation : document.operations()) {
            for (Map<String, Object> parameter : document.parameters(operation, "query")) {
                Map<String, Object> schema = OpenApiDocument.object(parameter.get("schema"));
                boolean bounded = schema.containsKey("minimum") || schema.containsKey("enum");
                if (!bounded || !operation.method().equals("GET")) {
                    continue;
                }
                for (String wrong : List.of("-1", "9999999999999", "nonsense")) {
                    String query = "field=stage&" + parameter.get("name") + "=" + wrong;
                    Client.Answer answer = call(client, operation, query, "");

                    assertThat(answer.status()).as("%s?%s", operation, query).isEqualTo(422);
                    document.assertPromised(operation, answer);
                }
            }
        }
    }

    @Test
    void whoShowsNoTokenIsRefusedWhereTheDocumentSaysSo() throws Exception {
        try (Running guarded = Running.in(
                folder.resolve("guarded"), builder -> builder.readToken("r").writeToken("w"))) {
            for (Operation operation : document.operations()) {
                Client.Answer answer = call(guarded.client, operation, "field=stage", "{}");

                assertThat(answer.status()).as("%s", operation).isEqualTo(operation.isGuarded() ? 401 : 200);
                document.assertPromised(operation, answer);
            }
        }
    }

    @Test
    void bodiesThatCantBeTakenAreRefusedAsTheDocumentSays() throws Exception {
        String large = "\"" + "x".repeat(1 << 20) + "\"";
        for (Operation operation : document.operations()) {
            if (operation.method().equals("GET")) {
                continue;
            }
            for (String body : List.of("nonsense", "[]", "{\"a\"", large)) {
                Client.Answer answer = call(client, operation, "", body);

                assertThat(answer.status()).as("%s: %.20s", operation, body).isBetween(400, 422);
                document.assertPromised(operation, answer);
            }
            Client.Answer answer = client.send(request(client, operation, "", "{}", "text/plain"));
            assertThat(answer.status()).as("%s", operation).isEqualTo(415);
            document.assertPromised(operation, answer);
        }
    }

    @Test
    void otherMethodsAndOtherPathsAreRefusedInTheOneShape() throws Exception {
        for (Operation operation : document.operations()) {
            Client.Answer answer = client.send(client.request(path(operation))
                    .method("DELETE", HttpRequest.BodyPublishers.noBody())
                    .build());
            assertThat(answer.status()).as("%s", operation).isEqualTo(405);
            assertThat(answer.header("Allow")).contains(operation.method());
        }
        for (String path : List.of("/api/v1/logs/nothing", "/nothing", "/api/v1/logs/context/x")) {
            Client.Answer answer = client.get(path);
            assertThat(answer.status()).isEqualTo(404);
            document.assertValid("#/components/schemas/Error", answer.text());
        }
    }

    private static Client.Answer call(Client client, Operation operation, String query, String body) throws Exception {
        String type = "application/json";
        HttpRequest request = request(client, operation, query, body == null ? "" : body, type);
        return operation.id().equals("tail") ? head(request) : client.send(request);
    }

    /** The beginning of an answer that may not end. */
    private static Client.Answer head(HttpRequest request) throws Exception {
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            boolean ends = answer.statusCode() != 200;
            return new Client.Answer(
                    answer.statusCode(), answer.headers().map(), ends ? body.readAllBytes() : body.readNBytes(1));
        }
    }

    private static HttpRequest request(Client client, Operation operation, String query, String body, String type) {
        HttpRequest.Builder request = client.request(path(operation) + (query.isEmpty() ? "" : "?" + query));
        return operation.method().equals("GET")
                ? request.build()
                : request.method(operation.method(), HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", type)
                        .build();
    }

    private static String path(Operation operation) {
        String path = operation.path();
        for (Map<String, Object> parameter : document.parameters(operation, "path")) {
            path = path.replace("{" + parameter.get("name") + "}", encoded(parameter.get("example")));
        }
        return path;
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
    }
}
