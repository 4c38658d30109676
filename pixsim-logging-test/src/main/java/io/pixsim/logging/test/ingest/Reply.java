package io.pixsim.logging.test.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What goes back to the client. Immutable. */
final class Reply {

    private static final String CONTENT_TYPE = "Content-Type";

    /** How much of it. */
    private enum Part {
        ALL,
        /** The connection closes half-way through the body. */
        HALF,
        /** The connection closes without a word. */
        NONE
    }

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Part part;

    private Reply(int status, Map<String, String> headers, byte[] body, Part part) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
        this.part = part;
    }

    static Reply json(int status, Object body) {
        return text(status, "application/json", Json.write(body));
    }

    static Reply text(int status, String mediaType, String body) {
        return bytes(status, mediaType, body.getBytes(UTF_8));
    }

    static Reply bytes(int status, String mediaType, byte[] body) {
        return new Reply(status, Map.of(CONTENT_TYPE, mediaType), body, Part.ALL);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body, part);
    }

    Reply halved() {
        return new Reply(status, headers, body, Part.HALF);
    }

    Reply lost() {
        return new Reply(status, headers, body, Part.NONE);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    boolean isSaid() {
        return part != Part.NONE;
    }

    /** How long it would be as a whole. */
    int length() {
        return body.length;
    }

    /** What of it is sent. */
    byte[] sent() {
        return part == Part.HALF ? Arrays.copyOf(body, body.length / 2) : body;
    }
}
