package io.pixsim.logging.redact;

import java.util.Set;

/**
 * Which keys are sensitive. A key is when its last words are those of a sensitive name, whatever its case, its
 * separators and what stands before: {@code api_key}, {@code apiKey}, {@code X-API-KEY} and {@code provider.apikey} are;
 * {@code api_key_id} and {@code password_reset_requested} are not.
 *
 * <p>Immutable. Source: security and redaction in the PixSim logging structure.
 *
 * @param compactNames the sensitive names in lower case, without separators
 */
public record RedactionPolicy(Set<String> compactNames) {

    private static final RedactionPolicy STANDARD =
            new RedactionPolicy(Set.of("apikey", "jwttoken", "authorization", "password", "secret"));

    /**
     * Copies the set, so that the value never changes.
     *
     * @param compactNames the sensitive names in lower case, without separators
     */
    public RedactionPolicy {
        compactNames = Set.copyOf(compactNames);
    }

    /**
     * The built-in names: {@code api_key}, {@code jwt_token}, {@code authorization}, {@code password}, {@code secret}.
     *
     * @return the policy that holds unless told otherwise
     */
    public static RedactionPolicy standard() {
        return STANDARD;
    }

    boolean isSensitive(String key) {
        StringBuilder tail = new StringBuilder();
        int end = key.length();
        while (end > 0) {
            int start = KeyWords.startOfWordBefore(key, end);
            tail.insert(0, KeyWords.compact(key, start, end));
            if (compactNames.contains(tail.toString())) {
                return true;
            }
            end = start;
        }
        return false;
    }
}
