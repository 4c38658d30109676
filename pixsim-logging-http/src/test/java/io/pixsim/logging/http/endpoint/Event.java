package io.pixsim.logging.http.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An event of the tests: known by its sequence number; a poisonous one is what an endpoint stumbles over. */
public record Event(long seq, boolean poison) {

    public static byte[] good(long seq) {
        return bytes("{\"seq\":" + seq + "}");
    }

    public static byte[] poisonous(long seq) {
        return bytes("{\"seq\":" + seq + ",\"poison\":true}");
    }

    static Event of(Map<?, ?> members) {
        Object seq = members.get("seq");
        return new Event(seq instanceof Long number ? number : -1, Boolean.TRUE.equals(members.get("poison")));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
