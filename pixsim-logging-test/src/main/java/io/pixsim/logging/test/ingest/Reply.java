package io.pixsim.logging.test.ingest;

import java.util.HashMap;
import java.util.Map;

/**
 * What goes back to the client.
 *
 * @param status the HTTP status
 * @param headers headers beside the length
 * @param body the body's text
 * @param cut whether the connection closes half-way through the body
 */
record Reply(int status, Map<String, String> headers, String body, boolean cut) {

    private static final String CONTENT_TYPE = "Content-Type";

    static Reply json(int status, Object body) {
        return new Reply(status, Map.of(CONTENT_TYPE, "application/json"), Json.write(body), false);
    }

    static Reply text(int status, String mediaType, String body) {
        return new Reply(status, Map.of(CONTENT_TYPE, mediaType), body, false);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Reply(status, Map.copyOf(more), body, cut);
    }

    Reply halved() {
        return new Reply(status, headers, body, true);
    }
}
