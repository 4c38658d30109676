package io.pixsim.logging.test.ingest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.pixsim.logging.encode.JsonReader;

/** A client that knows nothing of the server it calls. */
final class Client {

    static final String GOOD =
            "{\"timestamp\":\"2025-11-13T00:30:00.000000Z\",\"level\":\"info\",\"service\":\"worker\",\"msg\":\"good\"}";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpResponse<String> post(URI url, String body) throws IOException, InterruptedException {
        return http.send(request(url, body), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> postAsync(URI url, String body) {
        return http.sendAsync(request(url, body), BodyHandlers.ofString());
    }

    HttpResponse<String> get(URI url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(url).build());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    static HttpRequest request(URI url, String body) {
        return HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    static String batchOf(String... events) {
        return "{\"logs\":[" + String.join(",", events) + "]}";
    }

    static Map<String, Object> json(HttpResponse<String> response) throws IOException {
        return JsonReader.readObject(response.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
