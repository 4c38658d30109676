package io.pixsim.logging.collector;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.pixsim.logging.encode.JsonReader;

/** Calls a collector as any client does. */
public final class Client {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    public Client(URI collector) {
        this.base = collector;
    }

    /** What was answered. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    public record Answer(int status, Map<String, List<String>> headers, byte[] bytes) {

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public Map<String, Object> object() {
            try {
                return JsonReader.readObject(bytes);
            } catch (IOException e) {
                throw new AssertionError("no JSON object: " + text(), e);
            }
        }

        @SuppressWarnings("unchecked")
        public List<Map<String, Object>> list() {
            try {
                return (List<Map<String, Object>>) JsonReader.read(bytes);
            } catch (IOException e) {
                throw new AssertionError("no JSON list: " + text(), e);
            }
        }

        @SuppressWarnings("unchecked")
        public List<Map<String, Object>> logs() {
            return (List<Map<String, Object>>) object().get("logs");
        }

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of(""))
                    .get(0);
        }
    }

    public Answer get(String path, String... parameters) {
        return send(request(query(path, parameters)).GET().build());
    }

    public Answer batch(String events) {
        return post("/api/v1/logs/ingest/batch", "{\"logs\":[" + events + "]}");
    }

    public Answer post(String path, String body, String... headers) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Answer post(String path, byte[] body, String... headers) {
        return send(postRequest(path, body, headers));
    }

    public CompletableFuture<Answer> postAsync(String path, String body) {
        return http.sendAsync(
                        postRequest(path, body.getBytes(StandardCharsets.UTF_8)),
                        HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(Client::answer);
    }

    private HttpRequest postRequest(String path, byte[] body, String... headers) {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length == 0 || !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    public Answer send(HttpRequest request) {
        try {
            return answer(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new AssertionError("no answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        return new Answer(response.statusCode(), response.headers().map(), response.body());
    }

    private static String query(String path, String... parameters) {
        StringBuilder query = new StringBuilder(path);
        for (int i = 0; i < parameters.length; i += 2) {
            query.append(i == 0 ? '?' : '&')
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return query.toString();
    }
}
