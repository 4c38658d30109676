package io.pixsim.logging.examples.worker.provider;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

/** What goes back over the wire. */
final class Answer {

    private static final JsonMapper JSON = new JsonMapper();

    private final int status;
    private final String contentType;
    private final byte[] body;
    private @Nullable String retryAfter;

    private Answer(int status, String contentType, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
    }

    static Answer json(int status, Map<String, ?> body) throws IOException {
        return new Answer(status, "application/json", JSON.writeValueAsBytes(body));
    }

    static Answer gif(byte[] body) {
        return new Answer(200, "image/gif", body);
    }

    static Answer error(int status, String code, String message) throws IOException {
        return json(status, Map.of("error", Map.of("code", code, "message", message)));
    }

    Answer retryAfter(int seconds) {
        retryAfter = Integer.toString(seconds);
        return this;
    }

    void send(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        if (retryAfter != null) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
