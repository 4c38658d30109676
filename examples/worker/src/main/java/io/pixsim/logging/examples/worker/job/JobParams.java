package io.pixsim.logging.examples.worker.job;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a job is to make. A number that is absent, or 0, is left to the provider.
 *
 * @param prompt in words
 * @param image the source image's file, relative to the job folder
 * @param frames how many pictures
 * @param width pixels
 * @param height pixels
 * @param fps pictures a second
 * @param quality {@code draft}, {@code standard}, {@code ultra}
 * @param providerParams handed to the provider as they are: {@code api_key}, {@code headers}, …
 */
public record JobParams(
        String prompt,
        @Nullable String image,
        int frames,
        int width,
        int height,
        int fps,
        @Nullable String quality,
        Map<String, Object> providerParams) {

    /**
     * Refuses a request without a prompt.
     *
     * @param prompt in words
     * @param image the source image's file, relative to the job folder
     * @param frames how many pictures
     * @param width pixels
     * @param height pixels
     * @param fps pictures a second
     * @param quality {@code draft}, {@code standard}, {@code ultra}
     * @param providerParams handed to the provider as they are: {@code api_key}, {@code headers}, …
     */
    public JobParams {
        Objects.requireNonNull(prompt, "params.prompt");
        providerParams = providerParams == null ? Map.of() : Map.copyOf(providerParams);
    }
}
