package io.pixsim.logging.collector.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.collector.query.Json;
import org.jspecify.annotations.Nullable;

/** An answer that is known as a whole. Every error has the same shape: {@code code}, {@code message}, {@code fields}. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Reply(
        int status,
        String mediaType,
        Map<String, String> headers,
        byte[] body,
        @Nullable Problem problem) {

    static final String JSON = "application/json";
    private static final int SECONDS_TO_WAIT = 1;

    Reply(int status, String mediaType, Map<String, String> headers, byte[] body) {
        this(status, mediaType, headers, body, null);
    }

    /** What an error says, for protocols that have a shape of their own for it. */
    record Problem(String code, String message) {}

    static Reply json(byte[] body) {
        return new Reply(200, JSON, Map.of(), body);
    }

    static Reply empty(int status, Map<String, String> headers) {
        return new Reply(status, JSON, headers, new byte[0]);
    }

    /** An error that is about the request as a whole. */
    static Reply error(int status, String code, String message) {
        return error(status, code, message, null);
    }

    /** A parameter or a body that is well formed and wrong. */
    static Reply invalid(String place, String field, String message) {
        return error(422, "validation_error", message, List.of(place, field));
    }

    private static Reply error(int status, String code, String message, @Nullable List<String> location) {
        byte[] body = Json.object(json -> {
            json.writeStringField("code", code);
            json.writeStringField("message", message);
            if (location == null) {
                return;
            }
            json.writeArrayFieldStart("fields");
            json.writeStartObject();
            json.writeArrayFieldStart("loc");
            for (String part : location) {
                json.writeString(part);
            }
            json.writeEndArray();
            json.writeStringField("msg", message);
            json.writeStringField("type", "value_error");
            json.writeEndObject();
            json.writeEndArray();
        });
        return new Reply(status, JSON, Map.of(), body, new Problem(code, message));
    }

    /** What may succeed when it is tried again. */
    static Reply later(int status, String code, String message) {
        return error(status, code, message).with("Retry-After", String.valueOf(SECONDS_TO_WAIT));
    }

    Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, mediaType, more, body, problem);
    }
}
