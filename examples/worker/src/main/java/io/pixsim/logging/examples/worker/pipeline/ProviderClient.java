package io.pixsim.logging.examples.worker.pipeline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Submit, poll, download. */
final class ProviderClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final JsonMapper JSON = new JsonMapper();

    private final URI generations;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    ProviderClient(URI generations) {
        this.generations = generations;
    }

    ProviderStatus submit(ProviderRequest request) throws ProviderException, InterruptedException {
        HttpRequest.Builder post = call("").header("Content-Type", "application/json");
        request.headers().forEach(post::header);
        return ProviderStatus.of(json(send(post.POST(BodyPublishers.ofByteArray(write(request))))));
    }

    ProviderStatus status(String id) throws ProviderException, InterruptedException {
        return ProviderStatus.of(json(send(call("/" + id))));
    }

    byte[] download(String id) throws ProviderException, InterruptedException {
        return send(call("/" + id + "/content"));
    }

    private HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(URI.create(generations + path)).timeout(TIMEOUT);
    }

    private byte[] send(HttpRequest.Builder call) throws ProviderException, InterruptedException {
        HttpRequest request = call.build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw refused(response);
            }
            return response.body();
        } catch (IOException e) {
            throw ProviderException.unreachable("no answer to " + request.method() + " " + request.uri(), e);
        }
    }

    private static ProviderException refused(HttpResponse<byte[]> response) throws ProviderException {
        long wait = response.headers().firstValueAsLong("Retry-After").orElse(0);
        ProviderError error = ProviderError.of(json(response.body()));
        return ProviderException.refused(response.statusCode(), error, Duration.ofSeconds(wait));
    }

    private static byte[] write(ProviderRequest request) throws ProviderException {
        try {
            return JSON.writeValueAsBytes(request.body());
        } catch (IOException e) {
            throw ProviderException.unreachable("the request cannot be written as JSON", e);
        }
    }

    private static JsonNode json(byte[] body) throws ProviderException {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw ProviderException.unreachable("the provider's answer is not JSON", e);
        }
    }
}
