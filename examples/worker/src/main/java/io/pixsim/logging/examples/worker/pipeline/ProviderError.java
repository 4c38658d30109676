package io.pixsim.logging.examples.worker.pipeline;

import com.fasterxml.jackson.databind.JsonNode;

/** What went wrong at the provider, in its own words. It has no stack of its own: it happened elsewhere. */
final class ProviderError extends Exception {

    private static final long serialVersionUID = 1L;

    private ProviderError(String message) {
        super(message, null, false, false);
    }

    /** Reads {@code {"error": {"code": …, "message": …}}}. */
    static ProviderError of(JsonNode body) {
        JsonNode error = body.path("error");
        return new ProviderError(error.path("code").asText("unknown") + ": "
                + error.path("message").asText("no message"));
    }
}
