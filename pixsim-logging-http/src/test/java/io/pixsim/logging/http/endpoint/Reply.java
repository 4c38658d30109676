package io.pixsim.logging.http.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What an endpoint answers. */
public record Reply(int status, String contentType, String body, Map<String, String> headers) {

    public static Reply stored(int count) {
        return json(200, "{\"success\":true,\"log_id\":null,\"count\":" + count + ",\"message\":\"Ingested\"}");
    }

    public static Reply json(int status, String body) {
        return new Reply(status, "application/json", body, Map.of());
    }

    public static Reply status(int status) {
        return json(status, "{\"detail\":\"no\"}");
    }

    public static Reply html(int status) {
        return new Reply(status, "text/html", "<html>Welcome to the hotel network</html>", Map.of());
    }

    public Reply with(String header, String value) {
        return new Reply(status, contentType, body, Map.of(header, value));
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
