package io.pixsim.logging.examples.worker.pipeline;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the provider says about a generation.
 *
 * @param id the provider's id of it
 * @param name {@code queued}, {@code rendering}, {@code complete}, {@code failed}
 * @param progress per cent
 */
record ProviderStatus(String id, String name, int progress) {

    /** Reads an answer; one that tells of a failure is thrown. */
    static ProviderStatus of(JsonNode body) throws ProviderException {
        String id = body.path("id").asText();
        String name = body.path("status").asText();
        if (name.equals("failed")) {
            throw ProviderException.generationFailed(id, ProviderError.of(body));
        }
        return new ProviderStatus(id, name, body.path("progress").asInt());
    }

    boolean isComplete() {
        return name.equals("complete");
    }
}
