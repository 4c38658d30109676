package io.pixsim.logging.examples.worker.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderServerTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SMALL =
            "{\"prompt\": \"a tide\", \"frames\": 3, \"width\": 32, \"height\": 18, \"quality\": \"draft\"}";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private ProviderServer provider;

    @BeforeEach
    void start() throws IOException {
        provider = ProviderServer.start(1);
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void whatIsSubmittedCanBePolledUntilCompleteAndThenDownloaded() throws Exception {
        JsonNode submitted = json(submit(SMALL));

        String id = submitted.path("id").asText();
        JsonNode ended = awaitEnd(id);
        HttpResponse<byte[]> content = get("/" + id + "/content");

        assertThat(ended.path("status").asText()).isEqualTo("complete");
        assertThat(ended.path("progress").asInt()).isEqualTo(100);
        assertThat(content.headers().firstValue("Content-Type")).hasValue("image/gif");
        assertThat(new String(content.body(), 0, 6, StandardCharsets.US_ASCII)).isEqualTo("GIF89a");
    }

    @Test
    void aGenerationWaitsWhileAnotherIsRendered() throws Exception {
        String busy = json(submit("{\"prompt\": \"a storm\", \"frames\": 240, \"width\": 640, \"height\": 360}"))
                .path("id")
                .asText();
        String waiting = json(submit(SMALL)).path("id").asText();

        await().until(() -> !status(busy).equals("queued"));

        assertThat(status(waiting)).isEqualTo("queued");
        assertThat(get("/" + waiting + "/content").statusCode()).isEqualTo(409);
    }

    @Test
    void theColdRendererRefusesTwoSubmissionsThenAccepts() throws Exception {
        String ultra = SMALL.replace("draft", "ultra");

        List<Integer> statuses = List.of(
                submit(ultra).statusCode(),
                submit(ultra).statusCode(),
                submit(ultra).statusCode());

        assertThat(statuses).containsExactly(503, 503, 202);
    }

    @Test
    void theColdRendererSaysWhenToComeBack() throws Exception {
        HttpResponse<byte[]> refused = submit(SMALL.replace("draft", "ultra"));

        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(json(refused).at("/error/code").asText()).isEqualTo("renderer_cold");
    }

    @Test
    void aSourceImageThatIsNoneFailsTheGeneration() throws Exception {
        String noImage = Base64.getEncoder().encodeToString("<html>".getBytes(StandardCharsets.US_ASCII));

        JsonNode submitted = json(submit("{\"prompt\": \"fly\", \"image\": \"" + noImage + "\"}"));
        JsonNode ended = awaitEnd(submitted.path("id").asText());

        assertThat(ended.path("status").asText()).isEqualTo("failed");
        assertThat(ended.at("/error/message").asText()).startsWith("source image has no known format: 6 bytes");
    }

    @Test
    void unknownCredentialsAreRefused() throws Exception {
        assertThat(submit(SMALL, "Api-Key", "somebody-elses").statusCode()).isEqualTo(401);
        assertThat(submit(SMALL, "Authorization", "Bearer somebody-elses").statusCode())
                .isEqualTo(401);
    }

    @Test
    void knownCredentialsAreAccepted() throws Exception {
        assertThat(submit(SMALL, "Api-Key", "demo-key-not-a-secret-0001").statusCode())
                .isEqualTo(202);
        assertThat(submit(SMALL, "Authorization", "Bearer demo-token-not-a-secret-0001")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void anImpossibleOrderIsRefusedWithTheReason() throws Exception {
        HttpResponse<byte[]> refused = submit("{\"prompt\": \"a tide\", \"frames\": 0}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/error/message").asText()).isEqualTo("frames is not within 1..240: 0");
    }

    @Test
    void whatWasNeverSubmittedIsNotFound() throws Exception {
        assertThat(get("/pv_job_9999").statusCode()).isEqualTo(404);
    }

    private JsonNode awaitEnd(String id) throws Exception {
        await().until(() -> List.of("complete", "failed").contains(status(id)));
        return json(get("/" + id));
    }

    private String status(String id) throws Exception {
        return json(get("/" + id)).path("status").asText();
    }

    private HttpResponse<byte[]> submit(String body, String... headers) throws Exception {
        HttpRequest.Builder post = HttpRequest.newBuilder(provider.url());
        if (headers.length > 0) {
            post.headers(headers);
        }
        return http.send(post.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        HttpRequest call =
                HttpRequest.newBuilder(URI.create(provider.url() + path)).build();
        return http.send(call, BodyHandlers.ofByteArray());
    }

    private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
        return JSON.readTree(response.body());
    }
}
