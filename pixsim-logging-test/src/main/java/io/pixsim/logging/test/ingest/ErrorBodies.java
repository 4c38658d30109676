package io.pixsim.logging.test.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.pixsim.logging.test.ingest.IngestServer.Generation;

/** The two error shapes: the early backend's {@code {"detail":…}}, and today's envelope with a code. */
final class ErrorBodies {

    private static final Map<Integer, String> CODES = Map.of(
            400, "invalid_request",
            401, "unauthorized",
            403, "forbidden",
            404, "not_found",
            409, "conflict",
            422, "validation_error",
            500, "internal_error",
            503, "service_unavailable");

    private final Generation generation;

    ErrorBodies(Generation generation) {
        this.generation = generation;
    }

    Reply of(int status, String message) {
        return generation == Generation.S0
                ? Reply.json(status, Map.of("detail", message))
                : Reply.json(status, envelope(status, message, Map.of()));
    }

    Reply invalid(ShapeFault fault) {
        Map<String, Object> where = new LinkedHashMap<>();
        where.put("loc", fault.location());
        where.put("msg", fault.message());
        where.put("type", fault.type());
        if (generation == Generation.S0) {
            return Reply.json(422, Map.of("detail", List.of(where)));
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("detail", "One or more fields failed validation");
        members.put("fields", List.of(where));
        return Reply.json(422, envelope(422, "Invalid request data", members));
    }

    private static Map<String, Object> envelope(int status, String message, Map<String, Object> members) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", CODES.getOrDefault(status, "http_" + status));
        body.put("message", message);
        body.putAll(members);
        body.put("request_id", UUID.randomUUID().toString());
        body.put("trace_id", UUID.randomUUID().toString());
        return body;
    }
}
