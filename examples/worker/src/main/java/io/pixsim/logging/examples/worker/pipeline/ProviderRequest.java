package io.pixsim.logging.examples.worker.pipeline;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import io.pixsim.logging.examples.worker.job.JobParams;
import org.jspecify.annotations.Nullable;

/**
 * Job parameters in the provider's terms.
 *
 * @param body what is posted
 * @param headers what goes along, credentials among them
 * @param described what the log tells of both
 */
record ProviderRequest(Map<String, Object> body, Map<String, String> headers, Map<String, Object> described) {

    static ProviderRequest of(JobParams params, byte @Nullable [] image) {
        Map<String, Object> common = common(params);
        Map<String, Object> body = new LinkedHashMap<>(common);
        Map<String, Object> described = new LinkedHashMap<>(common);
        // What people write may hold anything; the log tells its size.
        described.remove("prompt");
        described.put("prompt_chars", params.prompt().length());
        if (image != null) {
            body.put("image", Base64.getEncoder().encodeToString(image));
            described.put("image", params.image() + ", " + image.length + " bytes");
        }
        // Keys and tokens are in here. Nothing is taken out by hand: masking them is the logging library's work.
        described.putAll(params.providerParams());
        return new ProviderRequest(body, headers(params.providerParams()), described);
    }

    private static Map<String, Object> common(JobParams params) {
        Map<String, Object> common = new LinkedHashMap<>();
        common.put("prompt", params.prompt());
        common.put("frames", params.frames());
        common.put("width", params.width());
        common.put("height", params.height());
        common.put("fps", params.fps());
        common.put("quality", params.quality());
        common.values().removeIf(value -> value == null || value.equals(0));
        return common;
    }

    private static Map<String, String> headers(Map<String, Object> providerParams) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (providerParams.get("headers") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
        }
        if (providerParams.get("api_key") instanceof String key) {
            headers.put("Api-Key", key);
        }
        return headers;
    }
}
